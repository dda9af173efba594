"""Files as such: what the operating system is asked, how much is read, what is written."""
