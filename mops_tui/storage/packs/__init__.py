"""Pack files: reading, checking and listing them, and the template of a new one."""
