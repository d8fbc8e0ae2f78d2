"""Small pieces of HTML that Streamlit lacks; every text in them is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from supplychain.core.findings import SEVERITIES, Finding
from supplychain.core.vocabulary import BASES, label
from supplychain.core.words import Language, Words, percent
from supplychain.views.overview import Fact

REMEDY = Words(en="What to do:", id="Yang perlu dilakukan:")


def basis(code: str, language: Language) -> str:
    """Say where a number stands, with its sign."""
    known = code if code in BASES else "assumed"
    return f'<span class="basis {known}">{escape(label(BASES, code, language))}</span>'


def shares(by_basis: Mapping[str, float], language: Language) -> str:
    """Draw the shares that are reported, estimated and assumed as one bar, with words below."""
    known = [(code, by_basis[code]) for code in BASES if by_basis.get(code, 0.0) > 0]
    bars = "".join(f'<i class="{code}" style="flex: {share:.6f}"></i>' for code, share in known)
    keys = "".join(
        f"<li>{basis(code, language)} {percent(share, language)}</li>" for code, share in known
    )
    return f'<div class="share" aria-hidden="true">{bars}</div><ul class="keys note">{keys}</ul>'


def facts(known: Iterable[Fact], language: Language) -> str:
    """Lay out figures as cards: label, value, where it stands, who says so."""
    items = "".join(
        f'<div><dt>{escape(fact.label(language))}</dt><dd class="value">{escape(fact.value)}</dd>'
        f'<dd class="note">{shares(fact.shares, language)}{escape(fact.source)}</dd></div>'
        for fact in known
    )
    return f'<dl class="facts">{items}</dl>'


def findings(found: Iterable[Finding], language: Language) -> str:
    """List findings, the gravest first: severity and place, cause, remedy."""
    ranked = sorted(found, key=lambda finding: list(SEVERITIES).index(finding.severity))
    items = "".join(
        f'<li class="{finding.severity}"><h3>{escape(SEVERITIES[finding.severity](language))} · '
        f"{escape(finding.place(language))}</h3><p>{escape(finding.cause(language))}</p>"
        f'<p class="note">{escape(REMEDY(language))} {escape(finding.remedy(language))}</p></li>'
        for finding in ranked
    )
    return f'<ul class="found">{items}</ul>'
