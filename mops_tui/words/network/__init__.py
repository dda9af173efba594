"""What is said of a network: its addresses, why no phone arrives, the check of the room."""
