"""Text that people type: how long it may be, and whether it shows anything."""
