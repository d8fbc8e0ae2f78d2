"""The process that reads an upload: started by `guard`, limited, and free to die."""

from __future__ import annotations

import gc
import sys
import traceback
from pathlib import Path

from supplychain.core.errors import DataError, ReadingError
from supplychain.core.readers import reading
from supplychain.io import jobobject, verdict
from supplychain.io.limits import LIMITS
from supplychain.io.verdict import Verdict


def main(source: Path, target: Path) -> int:
    """Read a file or folder and leave the verdict in the target folder.

    Returns
    -------
    int
        Exit code: 0 if there is a verdict, 1 if the reader itself failed.
    """
    restrict()
    gc.disable()  # a short life, and millions of cells that form no cycles
    try:
        found = reading(source)
        verdict.write(target, Verdict("read", found.findings, notes=found.notes), found)
    except DataError as error:
        verdict.write(target, Verdict("data", error.findings))
    except ReadingError as error:
        verdict.write(target, Verdict("reading", error.findings, error.words))
    except MemoryError:
        verdict.write(target, Verdict("memory"))
    except Exception as error:
        trace = "".join(traceback.format_tb(error.__traceback__))
        sys.stderr.write(f"{trace}{type(error).__name__}\n")  # its text may quote personal data
        return 1
    return 0


def restrict() -> None:
    """Limit processor time, and memory beyond what the program has taken so far.

    Where the system grants no such limit (memory on macOS, all on a Windows that refuses), the
    clock of the parent process is the limit.
    """
    if sys.platform == "win32":
        try:
            jobobject.restrict(LIMITS.memory, LIMITS.seconds)
        except OSError as error:
            sys.stderr.write(f"{error}\n")
        return
    import resource  # not there on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (LIMITS.seconds, LIMITS.seconds + 1))
    status = Path("/proc/self/statm")
    if status.exists():
        used = int(status.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + LIMITS.memory, used + LIMITS.memory))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
