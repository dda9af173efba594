"""The page without JavaScript: the same state as plain HTML, with forms that vote."""
