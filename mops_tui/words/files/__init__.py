"""Files in sentences: what is wrong with one, what is saved, what a repair does."""
