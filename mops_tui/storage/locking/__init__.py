"""One writer at a time, and whether anybody else looks on."""
