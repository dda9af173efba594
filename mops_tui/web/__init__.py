"""The page that phones vote on, and the small server behind it. Imported when a room is opened."""
