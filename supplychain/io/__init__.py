"""Readers of every format a network may come in, and the template to fill in."""
