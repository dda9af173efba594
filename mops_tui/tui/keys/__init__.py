"""Keys: the registry of actions, what a key is called, and the order in which keys are handled."""
