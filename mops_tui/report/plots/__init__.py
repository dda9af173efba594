"""Pictures as lines of text that survive a wiki, an e-mail, a chat."""
