"""What a repair does to a session file: who gives each number, in which order, written how."""
