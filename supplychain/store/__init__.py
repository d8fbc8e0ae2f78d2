"""Saved scenarios, in a file of one's own or a database that several share.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> from supplychain.core.scenario import CloseBusiness, Scenario
>>> from supplychain.core.words import Words
>>> with TemporaryDirectory() as folder:
...     store = Store(Path(folder) / "scenarios.db")
...     data = Origin("f00d", Words(en="NTB", id="NTB"))
...     first = store.save(Scenario(name="Without Aik Darek"), origin=data, who="Ani")
...     closed = first.scenario.plus(CloseBusiness(business="aik-darek"))
...     second = store.save_over(first.id, closed, expected=first.revision, who="Ani")
...     undone = store.undo(first.id, expected=second.revision, who="Ani")
...     store.close()
>>> first.revision, second.revision, undone.revision, undone.can_redo
(1, 2, 1, True)
"""

from supplychain.store.document import read_scenario, write_scenario
from supplychain.store.merging import Clash, Difference, Merged, difference, merge
from supplychain.store.records import OPERATIONS, Change, Origin, Revision, Saved
from supplychain.store.store import Store

__all__ = [
    "OPERATIONS",
    "Change",
    "Clash",
    "Difference",
    "Merged",
    "Origin",
    "Revision",
    "Saved",
    "Store",
    "difference",
    "merge",
    "read_scenario",
    "write_scenario",
]
