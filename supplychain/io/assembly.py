"""From the tables of one source to what a network is built from."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

import pandas as pd

from supplychain.core.errors import DataError
from supplychain.core.findings import Finding, errors, listed
from supplychain.core.readers import Reading
from supplychain.core.schema import BUSINESSES, PARTNERSHIPS
from supplychain.core.words import Words
from supplychain.io.conversion import Converted
from supplychain.io.grid import told
from supplychain.io.headers import key
from supplychain.io.layout import Layout

_NEAR = 5
"""Unlisted businesses for which a near name is looked for."""


def reading(tables: Sequence[Converted], extra: Iterable[Finding] = ()) -> Reading:
    """Join the tables of one source: every business that trades is listed.

    Raises
    ------
    DataError
        If any cell is refused; it holds every reason.
    """
    findings = [
        *extra,
        *(finding for table in tables for finding in table.layout.grid.findings),
        *(finding for table in tables for finding in table.findings),
    ]
    if errors(findings):
        raise DataError(errors(findings))
    frames = {table.table: table.frame for table in tables}
    layouts = {table.table: table.layout for table in tables}
    return completed(frames, findings, layouts.get("partnerships"))


def completed(
    frames: dict[str, pd.DataFrame], findings: Sequence[Finding], layout: Layout | None = None
) -> Reading:
    """List the businesses that trade but are not listed, and tell of names that look alike.

    Parameters
    ----------
    frames
        Tables by name, `partnerships` among them.
    findings
        What is known so far.
    layout
        Where the rows of the partnerships stand, if they come from rows of a file.
    """
    trading = _trading(frames["partnerships"])
    if "businesses" not in frames:
        businesses = pd.DataFrame({"id": trading})
        found = [_inferred(len(businesses))]
    else:
        businesses = frames["businesses"]
        unlisted = trading[~trading.isin(businesses["id"])]
        rows = _rows(frames["partnerships"], unlisted, layout)
        found = _unlisted(businesses["id"], unlisted, rows)
        added = pd.DataFrame({"id": unlisted})
        businesses = pd.concat([businesses, added], ignore_index=True) if len(added) else businesses
    alike = _alike(businesses["id"])
    return Reading({**frames, "businesses": businesses}, (*findings, *found, *alike))


def _trading(partnerships: pd.DataFrame) -> pd.Series:
    """Ids in the order in which the partnerships name them."""
    pairs = partnerships[["supplier", "buyer"]].to_numpy().ravel()
    return pd.Series(pd.unique(pairs), dtype="str")


def _inferred(count: int) -> Finding:
    return told(
        "businesses.inferred",
        BUSINESSES.title,
        Words(
            en="{count} businesses were taken from the partnerships; their kind follows from their "
            "place in the trade.",
            id="{count} usaha diambil dari tabel kemitraan; jenisnya mengikuti kedudukannya dalam "
            "perdagangan.",
        ).fill(count=count),
        Words(
            en="Add a table of businesses where you know more.",
            id="Tambahkan tabel usaha bila datanya ada.",
        ),
    )


def _rows(partnerships: pd.DataFrame, names: pd.Series, layout: Layout | None) -> Words:
    if layout is None:
        return PARTNERSHIPS.title
    named = partnerships["supplier"].isin(names) | partnerships["buyer"].isin(names)
    return layout.grid.place(layout.body[place].number for place in named.to_numpy().nonzero()[0])


def _unlisted(known: pd.Series, unlisted: pd.Series, place: Words) -> list[Finding]:
    if unlisted.empty:
        return []
    return [
        Finding(
            "businesses.unlisted",
            "warning",
            place,
            Words(
                en="{count} business(es) trade but are not in the table of businesses, and were "
                "added: {names}.",
                id="{count} usaha bermitra tetapi tidak ada di tabel usaha, dan ditambahkan: "
                "{names}.",
            ).fill(count=len(unlisted), names=listed(unlisted)),
            _nearest(list(known.dropna()), unlisted),
            tuple(unlisted),
        )
    ]


def _nearest(known: list[str], unlisted: pd.Series) -> Words:
    """Advice, with the listed names that some of the unlisted ones look like."""
    remedy = Words(
        en="Add them to the table of businesses, or correct the name.",
        id="Tambahkan ke tabel usaha, atau perbaiki namanya.",
    )
    pairs = [
        f"{name} → {near[0]}"
        for name in unlisted[:_NEAR]
        if (near := difflib.get_close_matches(name, known, n=1, cutoff=0.8))
    ]
    if not pairs:
        return remedy
    return remedy + Words(en="Perhaps: {pairs}.", id="Mungkin: {pairs}.").fill(pairs=listed(pairs))


def _alike(names: pd.Series) -> list[Finding]:
    """Names that differ by case, spaces or look only: kept apart, but told."""
    folded = names.dropna().map(key)
    twins = folded[folded.duplicated(keep=False) & ~names.duplicated(keep=False)]
    if twins.empty:
        return []
    groups = names[twins.index].groupby(twins).agg(" / ".join)
    return [
        Finding(
            "businesses.alike",
            "warning",
            BUSINESSES.title,
            Words(
                en="These names differ only by case or spaces and are kept apart: {groups}.",
                id="Nama ini hanya berbeda huruf besar atau spasi dan tetap dipisah: {groups}.",
            ).fill(groups=listed(groups)),
            Words(
                en="Write them alike if they are one business.",
                id="Samakan penulisannya bila itu satu usaha.",
            ),
            tuple(names[twins.index]),
        )
    ]
