"""A room that votes by itself: for rehearsals."""
