"""What is asked for outside a screen: check, repair, report, compare, rehearse, doctor."""
