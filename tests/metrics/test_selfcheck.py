import pytest

from supplychain.metrics.selfcheck import Check, worked_examples
from supplychain.metrics.worked import EXAMPLES

CHECKS = worked_examples()


@pytest.mark.parametrize("check", CHECKS, ids=[check.id for check in CHECKS])
def test_every_worked_example_is_met(check):
    assert check.passed, f"{check.expected} but got {check.obtained}"
    assert check.title.en
    assert check.title.id


def test_ids_are_unique_and_rows_complete():
    assert len({check.id for check in CHECKS}) == len(EXAMPLES)
    assert all(len(check.expected) == len(check.obtained) > 0 for check in CHECKS)


def test_a_wrong_number_is_not_passed():
    right = CHECKS[0]
    moved = tuple(number + 1 for number in right.obtained)
    wrong = Check(right.id, right.title, right.source, right.expected, moved, right.tolerance)
    assert not wrong.passed
    assert wrong.difference == pytest.approx(1, abs=0.01)
