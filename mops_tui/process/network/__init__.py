"""The network that this machine stands in: its addresses, and what may keep phones from them."""
