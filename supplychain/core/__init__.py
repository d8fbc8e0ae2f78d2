"""The frozen centre: words, tables and their checks, and the network they make."""
