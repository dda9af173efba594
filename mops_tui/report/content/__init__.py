"""What a report says, whatever it is written as: page one, the scenarios, the appendix."""
