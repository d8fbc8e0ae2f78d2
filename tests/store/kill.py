"""``python -m tests.store.kill``: kill in the middle of saving, and count what is lost.

SQLite: a child saves as fast as it can and reports each save once it is acknowledged; it is killed
(``kill -9``) at a random moment, also while it opens the store. PostgreSQL: the server's process
for the child's connection, or the server itself, is killed under a writer that goes on.

After each kill the store is opened anew: every acknowledged save must be there to the letter, no
half of one may be, and the audit must tell the same. Ends with 1 and says which save was lost.
"""

import argparse
import os
import random
import select
import signal
import sqlite3
import sys
import tempfile
import threading
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from supplychain.core.errors import ConflictError, StoreError
from supplychain.core.scenario import CloseBusiness, Scenario
from supplychain.store import Saved, Store
from tests.store.plans import ORIGIN
from tests.store.postgresql import Server, serving

Acknowledged = list[tuple[str, int, int]]
"""Address, revision and number of edits of each save that was acknowledged."""


@dataclass
class Tally:
    """What came of the kills."""

    kills: int = 0
    saves: int = 0
    slowest: float = 0.0
    lost: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """One line."""
        return (
            f"{self.kills} kills, {self.saves} saves acknowledged, {len(self.lost)} lost, "
            f"longest until the next save {self.slowest:.1f} s"
        )


def on_sqlite(kills: int, seed: int) -> Tally:
    """Kill a writing process again and again; every tenth time in a new file."""
    chance, tally = random.Random(seed), Tally()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(kills):
            file = Path(folder) / f"{number // 10}.db"
            acknowledged = _killed_child(file, chance)
            tally.kills += 1
            tally.saves += len(acknowledged)
            began = time.monotonic()
            tally.lost += _missing(str(file), acknowledged)
            tally.slowest = max(tally.slowest, time.monotonic() - began)
            with closing(sqlite3.connect(file)) as connection:
                if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                    tally.lost.append(f"{file}: integrity")
    return tally


def on_postgresql(server: Server, kills: int, seed: int) -> Tally:
    """Kill server processes under a writer that goes on; every fourth time the whole server."""
    chance, tally, place = random.Random(seed), Tally(), server.new_place()
    acknowledged: Acknowledged = []
    ended = threading.Event()
    store = Store(place)
    saved = store.save(Scenario(name="Plan"), origin=ORIGIN)
    writer = threading.Thread(target=_keep_saving, args=(store, saved, acknowledged, ended))
    writer.start()
    try:
        for number in range(kills):
            time.sleep(chance.uniform(0.02, 0.2))
            _kill_server(server) if number % 4 == 3 else _kill_backend(server)
            tally.kills += 1
            tally.slowest = max(tally.slowest, _until_two_more(acknowledged))
    finally:
        ended.set()
        writer.join()
        store.close()
    tally.saves = len(acknowledged)
    tally.lost = _missing(place, acknowledged)
    return tally


def _until_two_more(acknowledged: Acknowledged) -> float:
    """Wait for saves after the kill (the first may have been under way) and return the seconds."""
    before, began = len(acknowledged), time.monotonic()
    while len(acknowledged) < before + 2 and time.monotonic() - began < 30:
        time.sleep(0.01)
    return time.monotonic() - began


def _killed_child(file: Path, chance: random.Random) -> Acknowledged:
    """Let a child save and kill it: one in four while it opens the store, else while it saves."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told)
        _save_until_killed(file, tell)
    os.close(tell)
    if chance.random() < 0.75:
        select.select([told], [], [], 20)
    time.sleep(chance.uniform(0, 0.12))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(told, encoding="utf-8") as lines:
        heard = [line.split() for line in lines if line.endswith("\n")]
    return [(address, int(revision), int(edits)) for address, revision, edits in heard]


def _save_until_killed(file: Path, tell: int) -> None:
    try:
        store, number = Store(file), 0
        saved = store.save(Scenario(name=f"Plan {os.getpid()}"), origin=ORIGIN)
        while True:
            edits = len(saved.scenario.edits)
            os.write(tell, f"{saved.id} {saved.revision} {edits}\n".encode())
            number += 1
            longer = saved.scenario.plus(CloseBusiness(business=str(number)))
            saved = store.save_over(saved.id, longer, expected=saved.revision)
    finally:
        os._exit(1)


def _keep_saving(
    store: Store, saved: Saved, acknowledged: Acknowledged, ended: threading.Event
) -> None:
    """Save on and on; what was not acknowledged is looked up, as a person would."""
    while not ended.is_set():
        longer = saved.scenario.plus(CloseBusiness(business=str(len(acknowledged))))
        try:
            saved = store.save_over(saved.id, longer, expected=saved.revision)
            acknowledged.append((saved.id, saved.revision, len(saved.scenario.edits)))
        except (StoreError, ConflictError):
            saved = _looked_up(store, saved.id) or saved


def _looked_up(store: Store, address: str) -> Saved | None:
    try:
        return store.get(address)
    except StoreError:
        time.sleep(0.02)
        return None


def _missing(place: str, acknowledged: Acknowledged) -> list[str]:
    """Name what is not as it was acknowledged, and whatever the audit finds."""
    with closing(Store(place)) as store:
        kept = {
            (address, revision.number): len(revision.scenario.edits)
            for address in {address for address, _, _ in acknowledged}
            for revision in store.history(address)
        }
        lost = [
            f"{address} revision {number}"
            for address, number, edits in acknowledged
            if kept.get((address, number)) != edits
        ]
        store.save(Scenario(name="And on"), origin=ORIGIN)
        return lost + [finding.text("en") for finding in store.verify_audit()]


def _kill_backend(server: Server) -> None:
    while not server.answers():
        time.sleep(0.01)
    with server.connect() as connection:
        query = "SELECT pid FROM pg_stat_activity WHERE application_name = 'supplychain'"
        for (process,) in connection.execute(query).fetchall():
            with suppress(ProcessLookupError):
                os.kill(int(str(process)), signal.SIGKILL)


def _kill_server(server: Server) -> None:
    server.kill()
    server.start()


def main() -> int:
    """Do as the command line says."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--postgresql", action="store_true", help="instead of SQLite")
    given = options.parse_args()
    began = time.monotonic()
    if given.postgresql:
        with serving() as server:
            tally = on_postgresql(server, given.kills, given.seed)
    else:
        tally = on_sqlite(given.kills, given.seed)
    for lost in tally.lost:
        sys.stderr.write(f"lost: {lost}\n")
    sys.stdout.write(f"{tally}, {time.monotonic() - began:.1f} s\n")
    return bool(tally.lost)


if __name__ == "__main__":
    sys.exit(main())
