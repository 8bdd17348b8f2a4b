"""The committed testimages: which pictures there are, and how each is made."""
