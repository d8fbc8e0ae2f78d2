"""What two scenarios have apart, and one made of both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from supplychain.core.scenario import Edit, Scenario
from supplychain.core.words import Words

Side = Literal["mine", "theirs"]
Subject = tuple[object, ...]
T = TypeVar("T")
_NAMING = ("edit", "supplier", "buyer", "product", "business", "field")


@dataclass(frozen=True)
class Difference:
    """What `mine` and `theirs` have apart.

    Attributes
    ----------
    name, description
        Mine and theirs; None where they agree.
    mine, theirs
        Edits of one that the other lacks, in order; an edit made twice counts twice.
    reordered
        Whether the edits are the same in another order.
    """

    name: tuple[str, str] | None
    description: tuple[str, str] | None
    mine: tuple[Edit, ...]
    theirs: tuple[Edit, ...]
    reordered: bool

    def __bool__(self) -> bool:
        """Tell whether there is any difference."""
        return bool(self.name or self.description or self.mine or self.theirs or self.reordered)

    @property
    def words(self) -> Words:
        """One sentence that counts what differs."""
        if not self:
            return _ALIKE
        parts = [
            _EDITS.fill(mine=len(self.mine), theirs=len(self.theirs))
            if self.mine or self.theirs
            else None,
            _ORDER if self.reordered else None,
            _NAME if self.name else None,
            _DESCRIPTION if self.description else None,
        ]
        said = [part for part in parts if part]
        return _DIFFERS.fill(
            what=Words(
                en=", ".join(part.en for part in said), id=", ".join(part.id for part in said)
            )
        )


@dataclass(frozen=True)
class Clash:
    """What both sides changed, each in its own way: edits of one subject, or `field` of a scenario.

    `mine` and `theirs` are what each side has there now.
    """

    field: Literal["name", "description", "edits"]
    mine: tuple[Edit, ...] | str
    theirs: tuple[Edit, ...] | str


@dataclass(frozen=True)
class Merged:
    """A scenario made of both sides, and where it had to take one of them."""

    scenario: Scenario
    clashes: tuple[Clash, ...]


def difference(mine: Scenario, theirs: Scenario) -> Difference:
    """Compare two scenarios.

    Examples
    --------
    >>> from supplychain.core.scenario import CloseBusiness
    >>> plan = Scenario(name="Plan")
    >>> difference(plan, plan.plus(CloseBusiness(business="a"))).words.en
    'Apart: 0 edits only in yours, 1 only in theirs.'
    """
    only_mine, only_theirs = _lacking(mine, theirs), _lacking(theirs, mine)
    return Difference(
        name=_apart(mine.name, theirs.name),
        description=_apart(mine.description, theirs.description),
        mine=only_mine,
        theirs=only_theirs,
        reordered=not only_mine and not only_theirs and mine.edits != theirs.edits,
    )


def merge(base: Scenario, mine: Scenario, theirs: Scenario, *, prefer: Side = "theirs") -> Merged:
    """Bring together what two people made of one scenario.

    Parameters
    ----------
    base
        What both started from.
    mine, theirs
        What became of it. What only one side changed, the merged scenario has from that side; what
        both added alike it has once.
    prefer
        Whose is taken where both changed the same partnership, business, name or description.

    Returns
    -------
    Merged
        Edits stand as in theirs, followed by those that only mine has. Each clash is listed.
    """
    clashes: list[Clash] = []
    chosen: dict[str, str] = {}
    for field in ("name", "description"):
        sides = [str(getattr(side, field)) for side in (base, mine, theirs)]
        chosen[field] = _one_of(sides[0], sides[1], sides[2], prefer)
        if _clash(*sides):
            clashes.append(Clash(field, sides[1], sides[2]))
    edits = _merged_edits(base, mine, theirs, prefer, clashes)
    return Merged(theirs.model_copy(update={**chosen, "edits": edits}), tuple(clashes))


def subject(edit: Edit) -> Subject:
    """Return what an edit is about: two edits of one subject cannot be judged apart."""
    return tuple(getattr(edit, name, None) for name in _NAMING)


def _merged_edits(
    base: Scenario, mine: Scenario, theirs: Scenario, prefer: Side, clashes: list[Clash]
) -> tuple[Edit, ...]:
    if theirs.edits == base.edits:
        return mine.edits
    before, ours, others = (_by_subject(side.edits) for side in (base, mine, theirs))
    chosen: dict[Subject, tuple[Edit, ...]] = {}
    for about in [*others, *(about for about in ours if about not in others)]:
        sides = [group.get(about, ()) for group in (before, ours, others)]
        chosen[about] = _one_of(sides[0], sides[1], sides[2], prefer)
        if _clash(*sides):
            clashes.append(Clash("edits", sides[1], sides[2]))
    return _in_order(theirs.edits, others, chosen)


def _in_order(
    order: Iterable[Edit],
    others: Mapping[Subject, tuple[Edit, ...]],
    chosen: dict[Subject, tuple[Edit, ...]],
) -> tuple[Edit, ...]:
    """Keep the order of theirs; a subject that was taken from mine stands where theirs began."""
    result: list[Edit] = []
    kept = {about for about, edits in chosen.items() if edits == others.get(about)}
    for edit in order:
        about = subject(edit)
        result.extend([edit] if about in kept else chosen.pop(about, ()))
    result.extend(edit for about, edits in chosen.items() if about not in kept for edit in edits)
    return tuple(result)


def _by_subject(edits: Iterable[Edit]) -> dict[Subject, tuple[Edit, ...]]:
    groups: dict[Subject, tuple[Edit, ...]] = {}
    for edit in edits:
        groups[subject(edit)] = (*groups.get(subject(edit), ()), edit)
    return groups


def _one_of(base: T, mine: T, theirs: T, prefer: Side) -> T:
    if mine in (base, theirs):
        return theirs
    return mine if theirs == base or prefer == "mine" else theirs


def _clash(base: object, mine: object, theirs: object) -> bool:
    return mine not in (base, theirs) and theirs != base


def _lacking(one: Scenario, other: Scenario) -> tuple[Edit, ...]:
    left = Counter(other.edits)
    lacking = []
    for edit in one.edits:
        if left[edit] > 0:
            left[edit] -= 1
        else:
            lacking.append(edit)
    return tuple(lacking)


def _apart(mine: str, theirs: str) -> tuple[str, str] | None:
    return (mine, theirs) if mine != theirs else None


_ALIKE = Words(en="There is no difference.", id="Tidak ada perbedaan.")
_DIFFERS = Words(en="Apart: {what}.", id="Perbedaannya: {what}.")
_EDITS = Words(
    en="{mine} edits only in yours, {theirs} only in theirs",
    id="{mine} perubahan hanya di milik Anda, {theirs} hanya di milik mereka",
)
_ORDER = Words(en="the order of the edits", id="urutan perubahan")
_NAME = Words(en="the name", id="nama")
_DESCRIPTION = Words(en="the description", id="keterangan")
