"""Uploads are read in a process of their own, so that no file can take the program down."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from supplychain.core.errors import ReadingError
from supplychain.core.readers import Reading
from supplychain.core.words import Words, same
from supplychain.io import verdict
from supplychain.io.grid import refusal
from supplychain.io.limits import LIMITS, MEGABYTE

_WORKER = "supplychain.io.worker"
_PACKAGES = Path(__file__).resolve().parents[2]
QUIET = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "2",
    "MKL_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONUTF8": "1",
}
"""Threads and memory pools reserve address space that the limit would count."""
BEAT = 0.2
"""Seconds between two signs of life while a file is read."""
_ODD = re.compile(r"[^\w .()+-]")
_TURN = threading.BoundedSemaphore(LIMITS.at_once)
_log = logging.getLogger(__name__)


def read_upload(name: str, content: bytes) -> Reading:
    """Read one uploaded file in a process of its own.

    Parameters
    ----------
    name
        As the user called it; its ending says the format.
    content
        Its bytes, at most 20 MB.

    Returns
    -------
    Reading
        Tables for `SupplyNetwork.from_tables(**reading.tables, findings=reading.findings)`.

    Raises
    ------
    ReadingError
        If the file is no known format, damaged, too large, or cannot be read within the limits.
    DataError
        If cells are refused.
    """
    return read_uploads({name: content})


def _nothing() -> None:
    pass


def read_uploads(
    files: Mapping[str, bytes], *, meanwhile: Callable[[], None] = _nothing
) -> Reading:
    """Read files that were uploaded together: several are a folder with one file a table.

    Parameters
    ----------
    files
        Content by name.
    meanwhile
        Called a few times a second until they are read; what it raises ends the reading.

    Raises
    ------
    ReadingError
        As `read_upload`; the size counts for all files together.
    DataError
        If cells are refused.
    """
    size = sum(map(len, files.values()))
    shown = same(_safe(next(iter(files), "")))
    if size > LIMITS.upload:
        raise _too_large(shown)
    if len({_safe(name).casefold() for name in files}) < len(files):
        raise _refused(shown, _SAME_NAME)
    with tempfile.TemporaryDirectory(prefix="supplychain-") as room:
        source, target = Path(room, "upload"), Path(room, "result")
        source.mkdir()
        target.mkdir()
        for name, content in files.items():
            (source / _safe(name)).write_bytes(content)
        chosen = source / _safe(next(iter(files))) if len(files) == 1 else source
        with _turn(meanwhile):
            ended = _run(chosen, target, shown, meanwhile)
        return _result(target, ended, shown)


@contextmanager
def _turn(meanwhile: Callable[[], None]) -> Iterator[None]:
    while not _TURN.acquire(timeout=BEAT):
        meanwhile()
    try:
        yield
    finally:
        _TURN.release()


def _run(source: Path, target: Path, shown: Words, meanwhile: Callable[[], None]) -> int:
    """Start the reading process and wait for its end, at most until the clock runs out."""
    path = os.pathsep.join(filter(None, [str(_PACKAGES), os.environ.get("PYTHONPATH")]))
    command = [sys.executable, "-P", "-m", _WORKER, str(source), str(target)]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, **QUIET, "PYTHONPATH": path},
    ) as process:
        try:
            trouble = _end(process, meanwhile)
        except subprocess.TimeoutExpired as error:
            raise _refused(shown, _TOO_SLOW.fill(seconds=LIMITS.patience)) from error
        finally:
            process.kill()
    if process.returncode:
        _log.error("A reader ended with %s.\n%s", process.returncode, trouble[-2000:].decode())
    return process.returncode


def _end(process: subprocess.Popen[bytes], meanwhile: Callable[[], None]) -> bytes:
    """Wait for the end of a process, and return what it complained about."""
    last = time.monotonic() + LIMITS.patience
    while True:
        try:
            return process.communicate(timeout=BEAT)[1]
        except subprocess.TimeoutExpired:
            if time.monotonic() > last:
                raise
        meanwhile()


def _result(target: Path, ended: int, shown: Words) -> Reading:
    found = verdict.left_in(target)
    if ended != 0 or found is None:
        raise _refused(shown, _STOPPED)
    if found.outcome == "memory":
        raise _refused(shown, _TOO_MUCH.fill(size=LIMITS.memory // MEGABYTE))
    return found.reading(target)


def _safe(name: str) -> str:
    """Name of an upload that stays in its folder on every system."""
    last = name.replace("\\", "/").rpartition("/")[2]
    stem, dot, ending = _ODD.sub("_", last).strip(" .").rpartition(".")
    short = f"{(stem or ending)[:80]}{dot}{ending[:10]}" if dot else ending[:80]
    return short or "upload"


def _too_large(shown: Words) -> ReadingError:
    return refusal(
        "upload.too_large",
        shown,
        Words(
            en="The upload is larger than {size} MB.", id="Unggahan lebih besar dari {size} MB."
        ).fill(size=LIMITS.upload // MEGABYTE),
        Words(
            en="Leave out what is not needed, or split it.",
            id="Buang yang tidak diperlukan, atau pecah berkasnya.",
        ),
    )


def _refused(shown: Words, cause: Words) -> ReadingError:
    return refusal(
        "upload.stopped",
        shown,
        cause,
        Words(
            en="Save the tables anew as CSV or as a small workbook.",
            id="Simpan ulang tabelnya sebagai CSV atau buku kerja kecil.",
        ),
    )


_SAME_NAME = Words(
    en="Two of the uploaded files have the same name.", id="Ada dua berkas unggahan senama."
)
_TOO_SLOW = Words(
    en="Reading took longer than {seconds} seconds and was stopped.",
    id="Pembacaan melebihi {seconds} detik dan dihentikan.",
)
_TOO_MUCH = Words(
    en="Reading needs more than {size} MB of memory and was stopped.",
    id="Pembacaan membutuhkan lebih dari {size} MB memori dan dihentikan.",
)
_STOPPED = Words(
    en="Reading broke off: the file is damaged, or made to exhaust the machine.",
    id="Pembacaan terhenti: berkasnya rusak, atau dibuat untuk membebani mesin.",
)
