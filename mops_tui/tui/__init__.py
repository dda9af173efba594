"""The face in the terminal: screens, widgets and charts over a source of events."""
