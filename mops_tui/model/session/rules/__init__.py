"""The rules of a workshop: what each command makes happen, or why it cannot be."""
