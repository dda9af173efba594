"""Below the requests: sockets, connections, how often one may ask, and what fails aside."""
