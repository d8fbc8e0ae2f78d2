"""Rebuild ``data/ntb``: ``python -m data.build [folder]``."""

from data.build.ntb import main

main()
