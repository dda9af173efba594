"""What is seen in a picture, in sentences for whoever does not see it."""
