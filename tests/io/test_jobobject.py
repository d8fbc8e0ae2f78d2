"""Windows is asked for the right limits; a stand-in answers, since no Windows runs here."""

from ctypes import sizeof

import pytest

from supplychain.io import jobobject
from supplychain.io.jobobject import Basic, Extended, Memory

MEGABYTE = 1_000_000
THIS, JOB = 0xFFFF_FFFF_FFFF_FFFF, 0x7FFF_0000_0001


class Kernel:
    """Notes what it is asked, and can refuse a call."""

    def __init__(self, refuses=""):
        self.refuses, self.limits, self.assigned = refuses, None, None

    def answer(self, call, value=1):
        return 0 if call == self.refuses else value

    def GetCurrentProcess(self):  # noqa: N802
        return THIS

    def K32GetProcessMemoryInfo(self, process, memory, size):  # noqa: N802
        assert (process, size, memory._obj.size) == (THIS, sizeof(Memory), sizeof(Memory))
        memory._obj.committed = 90 * MEGABYTE
        return self.answer("K32GetProcessMemoryInfo")

    def CreateJobObjectW(self, security, name):  # noqa: N802
        assert (security, name) == (None, None)
        return self.answer("CreateJobObjectW", JOB)

    def SetInformationJobObject(self, job, kind, limits, size):  # noqa: N802
        assert (job, kind, size) == (JOB, 9, sizeof(Extended))
        self.limits = limits._obj
        return self.answer("SetInformationJobObject")

    def AssignProcessToJobObject(self, job, process):  # noqa: N802
        assert self.limits is not None, "limits come first"
        self.assigned = (job, process)
        return self.answer("AssignProcessToJobObject")


def test_layouts_are_as_wide_as_windows_says():
    """Sizes and places on 64 bits, as `sizeof` and `offsetof` give them there."""
    assert (sizeof(Basic), sizeof(Extended), sizeof(Memory)) == (64, 144, 72)
    assert (Basic.flags.offset, Basic.processes.offset, Basic.affinity.offset) == (16, 40, 48)
    assert (Extended.traffic.offset, Extended.process_memory.offset) == (64, 112)
    assert Memory.committed.offset == 56


def test_memory_counts_from_what_is_taken_and_time_in_ticks():
    kernel = Kernel()
    jobobject.restrict(512 * MEGABYTE, 20, kernel)
    assert kernel.limits.process_memory == 602 * MEGABYTE
    assert kernel.limits.basic.process_time == 200_000_000
    assert kernel.limits.basic.flags == 0x2 | 0x100 | 0x400
    assert kernel.assigned == (JOB, THIS)


@pytest.mark.parametrize(
    "call",
    [
        "K32GetProcessMemoryInfo",
        "CreateJobObjectW",
        "SetInformationJobObject",
        "AssignProcessToJobObject",
    ],
)
def test_a_refusal_is_said(call):
    with pytest.raises(OSError, match="refused to limit"):
        jobobject.restrict(512 * MEGABYTE, 20, Kernel(call))
