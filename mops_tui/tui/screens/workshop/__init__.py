"""The workshop screen and the facilitator's keys; rehearsals and the demo."""
