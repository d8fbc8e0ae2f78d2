"""Papers set by Typst: what they are made of, and how they become PDF.

A paper is data alone. Names and claims reach the typesetter as JSON text, so that nothing in a
table is ever read as a command.
"""
