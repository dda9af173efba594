"""What the program can be asked for outside a screen: check, report, compare, rehearse, examine."""
