"""What a debrief can remark: one module for each part of a facilitator's work."""
