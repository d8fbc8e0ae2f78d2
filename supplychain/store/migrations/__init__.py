"""Steps from each released form of the tables to the next; a released step is never changed.

A new step is a file ``v0002_what_changes.py`` whose `down_revision` names the step before it.
"""
