"""Text of a column without what cannot be seen, each change told."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from supplychain.core.findings import Finding
from supplychain.core.words import Words
from supplychain.io.characters import BREAKS, CONTROL, GUARD, ODD
from supplychain.io.grid import told
from supplychain.io.layout import Layout

Step = tuple[str, Words, Callable[[str], str]]
_STEPS: tuple[Step, ...] = (
    (
        "control",
        Words(
            en="Invisible control characters were taken out.",
            id="Karakter kendali yang tak terlihat dibuang.",
        ),
        lambda text: CONTROL.sub("", text),
    ),
    (
        "breaks",
        Words(en="Line breaks became spaces.", id="Ganti baris diubah menjadi spasi."),
        lambda text: BREAKS.sub(" ", text),
    ),
    (
        "spaces",
        Words(en="Spaces around the text were taken off.", id="Spasi di sekeliling teks dibuang."),
        str.strip,
    ),
)
_UNGUARD: Step = (
    "apostrophe",
    Words(
        en="The apostrophe that keeps a text from becoming a formula was taken off.",
        id="Tanda petik pencegah rumus di awal teks dibuang.",
    ),
    lambda text: GUARD.sub("", text, count=1) if text.startswith("'") else text,
)


def cleaned(layout: Layout, column: str) -> tuple[list[str], list[Finding]]:
    """Text of a column as it can be shown anywhere, and what was changed for that."""
    position = layout.columns[column]
    texts = [row.cell(position) for row in layout.body]
    if not any(ODD.search(text) for text in set(texts)):
        return texts, []
    findings: list[Finding] = []
    for code, cause, step in (_UNGUARD, *_STEPS) if layout.grid.separator else _STEPS:
        after = [_kept(text, step(text)) for text in texts]
        findings += _changed(layout, column, (code, cause, step), texts, after)
        texts = after
    return texts, findings


def _kept(old: str, new: str) -> str:
    """Keep the very object where nothing changed: it may be a stored number."""
    return old if old == new else new


def _changed(
    layout: Layout, column: str, step: Step, before: Sequence[str], after: Sequence[str]
) -> list[Finding]:
    code, cause, _ = step
    rows = [
        row.number
        for row, old, new in zip(layout.body, before, after, strict=True)
        if old != new and not old.isspace()
    ]
    if not rows:
        return []
    return [
        told(
            f"text.{code}",
            layout.place(column, rows),
            cause,
            Words(
                en="Nothing to do if that is what you meant.",
                id="Abaikan bila memang itu maksudnya.",
            ),
        )
    ]
