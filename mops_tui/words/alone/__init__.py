"""What one person is told of their own answers: earlier ones, and what they add up to."""
