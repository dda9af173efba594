"""What is said of phones on the screens of a room."""
