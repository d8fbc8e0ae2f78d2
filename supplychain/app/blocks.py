"""Small pieces of HTML that Streamlit lacks; every text in them is escaped."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from html import escape

import pandas as pd

from supplychain.core.findings import SEVERITIES, Finding
from supplychain.core.vocabulary import BASES, label
from supplychain.core.words import Language, Words, number, percent
from supplychain.metrics.selfcheck import Check
from supplychain.views.claims import Claim, Topic
from supplychain.views.overview import Fact
from supplychain.views.provenance import share_text
from supplychain.views.standing import Standing
from supplychain.views.story import Step

USED = Words(en="used", id="dipakai")
CHECKED = (
    Words(en="Example", id="Contoh"),
    Words(en="Expected", id="Seharusnya"),
    Words(en="Obtained", id="Diperoleh"),
    Words(en="Difference", id="Selisih"),
    Words(en="Verdict", id="Hasil"),
)
VERDICTS = {
    "passed": Words(en="✓ met", id="✓ sesuai"),
    "failed": Words(en="✗ missed", id="✗ tidak sesuai"),
}
NUMBERS = Words(en="{count} numbers", id="{count} angka")
QUEUED = Words(en="{count} calculation(s) come first", id="{count} perhitungan lain lebih dahulu")
REMEDY = Words(en="What to do:", id="Yang perlu dilakukan:")


def basis(code: str, language: Language) -> str:
    """Say where a number stands, with its sign."""
    known = code if code in BASES else "assumed"
    return f'<span class="basis {known}">{escape(label(BASES, code, language))}</span>'


def shares(by_basis: Mapping[str, float], language: Language) -> str:
    """Draw the shares that are reported, estimated and assumed as one bar, with words below."""
    bars = "".join(
        f'<i class="{code}" style="flex: {by_basis.get(code, 0.0):.6f}"></i>' for code in BASES
    )
    return f'<div class="share" aria-hidden="true">{bars}</div>{grounds(by_basis, language)}'


def grounds(by_basis: Mapping[str, float], language: Language) -> str:
    """Say the shares that are reported, estimated and assumed."""
    keys = "".join(
        f"<li>{basis(code, language)} {share_text(by_basis[code], language)}</li>"
        for code in BASES
        if by_basis.get(code, 0.0) > 0
    )
    return f'<ul class="keys note">{keys}</ul>'


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


def steps(told: Iterable[Step], language: Language) -> str:
    """Tell a story step by step, with what sources say and where the chain is narrow."""
    items = "".join(
        f"<li><h3>{escape(step.title)}</h3><p>{escape(step.text)}</p>"
        f'<div class="note">{grounds(step.shares, language)}{escape(step.source)}</div>'
        f"{_narrow(step.narrow)}{''.join(_topic(topic, language) for topic in step.topics)}</li>"
        for step in told
    )
    return f'<ol class="steps">{items}</ol>'


def _narrow(text: str) -> str:
    return f'<p class="narrow"><b>{escape(text)}</b></p>' if text else ""


def _topic(topic: Topic, language: Language) -> str:
    lines = "".join(f"<li>{claim(said, language)}</li>" for said in topic.claims)
    return f'<h4>{escape(topic.name(language))}</h4><ul class="claims">{lines}</ul>'


def claim(said: Claim, language: Language) -> str:
    """Say one claim: value, whether the model uses it, where it stands, by whom."""
    used = f' <span class="used">{escape(USED(language))}</span>' if said.used else ""
    return (
        f"<b>{escape(said.text)}</b>{used} · {basis(said.basis, language)} · {escape(said.source)}"
    )


def table(frame: pd.DataFrame) -> str:
    """Write a table whose cells are texts; the first column names the row."""
    heads = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in frame.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(str(first))}</th>'
        f"{''.join(f'<td>{escape(str(cell))}</td>' for cell in rest)}</tr>"
        for first, *rest in frame.itertuples(index=False)
    )
    return _scrolled(f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>")


def _scrolled(inside: str) -> str:
    return f'<div class="scroll" tabindex="0"><table class="plain">{inside}</table></div>'


def checks(made: Iterable[Check], language: Language) -> str:
    """List worked examples: what is computed, expected, obtained, difference, verdict."""
    heads = "".join(f'<th scope="col">{escape(words(language))}</th>' for words in CHECKED)
    rows = "".join(_check(check, language) for check in made)
    return _scrolled(f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>")


def _check(check: Check, language: Language) -> str:
    digits = max(0, -math.floor(math.log10(2 * check.tolerance)))
    expected, obtained = (
        "; ".join(number(value, language, digits=digits) for value in row)
        for row in (check.expected, check.obtained)
    )
    verdict = "passed" if check.passed else "failed"
    return (
        f'<tr class="{verdict}"><th scope="row">{escape(check.title(language))}'
        f'<span class="note">{escape(check.source(language))}</span></th>'
        f"<td>{escape(expected)}</td><td>{escape(obtained)}</td>"
        f"<td>{escape(scientific(check.difference, language))}</td>"
        f"<td>{escape(VERDICTS[verdict](language))}</td></tr>"
    )


def scientific(value: float, language: Language) -> str:
    """Write a small number with a power of ten."""
    if value == 0:
        return "0"
    power = math.floor(math.log10(abs(value)))
    return f"{number(value / 10**power, language, digits=1)} × 10{str(power).translate(_RAISED)}"


_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def standings(known: Iterable[Standing], language: Language) -> str:
    """Lay out fields as cards: name, how many numbers, where they stand."""
    items = "".join(
        f"<div><dt>{escape(field.title(language))}</dt>"
        f'<dd class="note">{escape(NUMBERS.fill(count=number(field.count, language))(language))}'
        f"{shares(field.shares, language)}</dd></div>"
        for field in known
    )
    return f'<dl class="facts">{items}</dl>'


def progress(text: str, share: float | None, ahead: int, language: Language) -> str:
    """Draw how far a calculation is: the share done, how many come first, or only that it runs."""
    said, value = "", ""
    if ahead:
        said = QUEUED.fill(count=number(ahead, language))(language)
    elif share is not None:
        said, value = percent(share, language), f' value="{share:.3f}"'
    line = f"{escape(text)} <b>{escape(said)}</b>"
    return f'<label class="progress">{line}<progress max="1"{value}></progress></label>'
