"""What is handed out before and after a workshop, made of its pack: no session, no votes."""
