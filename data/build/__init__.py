"""Builders of the shipped data: run them with ``python -m data.build`` (see ``data/README.md``)."""
