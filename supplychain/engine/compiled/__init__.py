"""Loops compiled by Numba, for networks beyond a province; nothing here is imported before one.

Compiled code is kept beside the modules (or in Numba's own cache), so only the first run pays.
Ids are 32-bit, places of links 64-bit; a routine's memory is O(n + m) unless it says otherwise.
"""
