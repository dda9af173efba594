"""What simulated people say when they are asked why, and whom it is worth asking."""
