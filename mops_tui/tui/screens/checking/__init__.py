"""The check of the room: a test page on this network, until one's own phone has voted."""
