"""Limits on a process of Windows: a job object, which is what that system has for `setrlimit`.

The layouts are those of `winnt.h`. It has not been run on Windows yet: the calls are tested against
a stand-in for the system, their numbers against its documentation.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import POINTER, Structure, byref, c_size_t, c_uint32, c_uint64, c_void_p, sizeof
from typing import Any, Protocol

PROCESS_TIME, PROCESS_MEMORY, DIE_ON_ERROR = 0x2, 0x100, 0x400
EXTENDED = 9
"""`JobObjectExtendedLimitInformation`."""
TICKS = 10_000_000
"""Ticks of 100 ns in a second."""


class Kernel(Protocol):
    """What is asked of `kernel32`; a call that returns 0 failed."""

    CreateJobObjectW: Callable[..., Any]
    SetInformationJobObject: Callable[..., int]
    AssignProcessToJobObject: Callable[..., int]
    GetCurrentProcess: Callable[..., Any]
    K32GetProcessMemoryInfo: Callable[..., int]


class Basic(Structure):
    """`JOBOBJECT_BASIC_LIMIT_INFORMATION`."""

    _fields_ = (
        ("process_time", c_uint64),
        ("job_time", c_uint64),
        ("flags", c_uint32),
        ("least_working_set", c_size_t),
        ("most_working_set", c_size_t),
        ("processes", c_uint32),
        ("affinity", c_size_t),
        ("priority", c_uint32),
        ("scheduling", c_uint32),
    )


class Extended(Structure):
    """`JOBOBJECT_EXTENDED_LIMIT_INFORMATION`."""

    _fields_ = (
        ("basic", Basic),
        ("traffic", c_uint64 * 6),
        ("process_memory", c_size_t),
        ("job_memory", c_size_t),
        ("peak_process_memory", c_size_t),
        ("peak_job_memory", c_size_t),
    )


class Memory(Structure):
    """`PROCESS_MEMORY_COUNTERS`."""

    _fields_ = (
        ("size", c_uint32),
        ("faults", c_uint32),
        ("counts", c_size_t * 6),
        ("committed", c_size_t),
        ("most_committed", c_size_t),
    )


def restrict(memory: int, seconds: int, kernel: Kernel | None = None) -> None:
    """Limit the running process.

    Parameters
    ----------
    memory
        Bytes it may take beyond what it has taken so far; more is refused, as on a full machine.
    seconds
        Processor time after which the system ends it.
    kernel
        The system; a test's stand-in for it.

    Raises
    ------
    OSError
        If the system does not let us.
    """
    system = kernel or _windows()
    this = system.GetCurrentProcess()
    known = Memory(size=sizeof(Memory))
    _done(system.K32GetProcessMemoryInfo(this, byref(known), sizeof(known)))
    limits = Extended(process_memory=known.committed + memory)
    limits.basic.flags = PROCESS_TIME | PROCESS_MEMORY | DIE_ON_ERROR
    limits.basic.process_time = seconds * TICKS
    job = _done(system.CreateJobObjectW(None, None))
    _done(system.SetInformationJobObject(job, EXTENDED, byref(limits), sizeof(limits)))
    _done(system.AssignProcessToJobObject(job, this))


def _done(answer: Any) -> Any:
    if not answer:
        msg = "The system refused to limit the process."
        raise OSError(msg)
    return answer


def _windows() -> Kernel:
    """Load the system's library, telling it that handles are as wide as pointers."""
    kernel: Any = ctypes.CDLL("kernel32")  # on 64 bits, where all calls are alike
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = c_void_p
    kernel.CreateJobObjectW.argtypes = (c_void_p, c_void_p)
    kernel.SetInformationJobObject.argtypes = (c_void_p, c_uint32, POINTER(Extended), c_uint32)
    kernel.AssignProcessToJobObject.argtypes = (c_void_p, c_void_p)
    kernel.K32GetProcessMemoryInfo.argtypes = (c_void_p, POINTER(Memory), c_uint32)
    loaded: Kernel = kernel
    return loaded
