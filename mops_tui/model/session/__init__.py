"""What happens in a workshop: commands, rules, events, and the state they fold to."""
