"""What the first page of a report says, and how its texts are made to fit there."""
