"""Every way out of the program: leaving, a signal, a lost terminal, a crash."""
