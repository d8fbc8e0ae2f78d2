"""A PostgreSQL server of the tests' own: on loopback, in a folder of its own, gone at the end.

It never touches the machine's cluster. The programs are those of `POSTGRESQL` (their folder), else
of Debian's package; `make test` installs it when it is missing and we may.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

REMEDY = (
    "PostgreSQL was not found. `make test` installs Debian's package when it may; otherwise "
    "install it, or say where its programs are: POSTGRESQL=/usr/lib/postgresql/15/bin"
)
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "60",
    "shared_buffers": "16MB",
    "log_min_messages": "fatal",
    "jit": "off",
}


def programs() -> Path:
    """Find the folder of the server's programs, the newest if there are several."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parts[-2]))
    named = os.environ.get("POSTGRESQL")
    for folder in [Path(named)] if named else reversed(debian):
        if (folder / "initdb").exists():
            return folder
    on_path = shutil.which("initdb")
    if on_path and not named:
        return Path(on_path).parent
    raise FileNotFoundError(REMEDY)


class Server:
    """One server; as root it runs as the user `postgres`, which it insists on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        self._as = {"user": self.user, "extra_groups": []} if os.geteuid() == 0 else {}
        self.port = _free_port()
        self._made = 0
        if self._as:
            shutil.chown(folder, self.user)
        self._run(
            "initdb", "--no-sync", "--auth=trust", f"--username={self.user}", "--encoding=UTF8"
        )

    def start(self) -> None:
        """Start, or start again, and wait until it answers."""
        given = SETTINGS | {"port": str(self.port)}
        options = " ".join(f"-c {name}={value}" for name, value in given.items())
        self._run("pg_ctl", "start", "-w", "-o", options, "-l", str(self.folder / "log"))

    def stop(self, mode: str = "immediate") -> None:
        """Stop; `immediate` is what a crash would do."""
        self._run("pg_ctl", "stop", "-w", "-m", mode)

    def kill(self) -> None:
        """Kill every process at once (``kill -9``), and forget the lock of the first."""
        for process in self.processes()[:1]:
            os.kill(process, signal.SIGSTOP)  # so that it makes no more
        killed = self.processes()
        for process in killed:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        while any(_lives(process) for process in killed):
            time.sleep(0.01)
        (self.folder / "data/postmaster.pid").unlink(missing_ok=True)

    def processes(self) -> list[int]:
        """Ids of the server's processes, the first of all first."""
        lock = self.folder / "data/postmaster.pid"
        if not lock.exists():
            return []
        first = int(lock.read_text().split()[0])
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        return [first, *map(int, children)]

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Let every process stand still, as a machine does that swaps or lost its disk."""
        stopped = self.processes()
        for process in stopped:
            os.kill(process, signal.SIGSTOP)
        try:
            yield
        finally:
            for process in stopped:
                os.kill(process, signal.SIGCONT)

    @property
    def url(self) -> str:
        """Address of the server's first database."""
        return f"postgresql://{self.user}@127.0.0.1:{self.port}/postgres"

    def connect(self, place: str | None = None) -> "psycopg.Connection[tuple[object, ...]]":
        """Connect past the store."""
        return psycopg.connect(place or self.url, autocommit=True)

    def answers(self) -> bool:
        """Tell whether it takes connections: after a crash it first recovers."""
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def new_place(self) -> str:
        """Make room for one store: a schema, which is quicker to make than a database."""
        self._made += 1
        with self.connect() as connection:
            connection.execute(f"CREATE SCHEMA store{self._made}")
        return f"{self.url}?options=-csearch_path%3Dstore{self._made}"

    def _run(self, program: str, *options: str) -> None:
        data = str(self.folder / "data")
        command = [str(programs() / program), "-D", data, *options]
        done = subprocess.run(
            command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **self._as
        )
        if done.returncode:
            log = self.folder / "log"
            said = log.read_text()[-2000:] if log.exists() else ""
            msg = f"{done.stderr.decode()}\n{said}"
            raise RuntimeError(msg)


@contextmanager
def serving() -> Iterator[Server]:
    """A running server that ends with the block."""
    folder = Path(tempfile.mkdtemp(prefix="store-", dir="/tmp"))
    try:
        server = Server(folder)
        server.start()
        try:
            yield server
        finally:
            server.kill()
    finally:
        shutil.rmtree(folder)


def _lives(process: int) -> bool:
    """Tell whether a process runs; a dead one may still be listed until its parent looks."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
