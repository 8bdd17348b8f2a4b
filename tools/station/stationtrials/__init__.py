"""Tries the review station from outside: as a browser, a pipeline, an attacker and a crowd."""
