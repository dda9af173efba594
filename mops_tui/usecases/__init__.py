"""What the program can be asked for outside a screen: check, repair, report, compare, rehearse, doctor."""
