"""Settings shared by every test."""

from hypothesis import settings

# A busy machine is no bug, and the same code gives the same verdict on every run.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
