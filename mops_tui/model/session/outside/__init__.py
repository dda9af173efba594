"""What those who were not there may know of a session, beside its texts and its figures."""
