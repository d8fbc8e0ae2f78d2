"""Where a scenario's gain comes from: direct, indirect, withheld; induced apart."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from supplychain.core.words import Language, Words
from supplychain.simulate.effects import Effects
from supplychain.views import rows
from supplychain.views.figure import Figure, empty
from supplychain.views.moves import signed
from supplychain.views.palette import INKS, Theme
from supplychain.views.theme import themed

TITLE = Words(
    en="Where the change of output comes from (Rp/year)",
    id="Asal perubahan nilai produksi (Rp/tahun)",
)
STEPS: dict[str, Words] = {
    "direct": Words(en="Direct: the edits themselves", id="Langsung: dari perubahan itu sendiri"),
    "indirect": Words(
        en="Indirect: suppliers, and their suppliers", id="Tidak langsung: pemasok berantai"
    ),
    "withheld": Words(en="Withheld: what limits prevent", id="Tertahan: yang dicegah oleh batas"),
    "change": Words(en="Change in the network", id="Perubahan dalam jaringan"),
    "induced": Words(
        en="Apart: household spending of wages", id="Terpisah: belanja rumah tangga dari upah"
    ),
}
SUMMARY = Words(
    en="Direct {direct}, indirect {indirect}, withheld {withheld}: in all {change} a year.",
    id="Langsung {direct}, tidak langsung {indirect}, tertahan {withheld}: seluruhnya {change} per "
    "tahun.",
)
APART = Words(
    en="Household spending ({induced}) is an upper bound and not part of the sum.",
    id="Belanja rumah tangga ({induced}) adalah batas atas dan tidak ikut dijumlahkan.",
)
FIXED = Words(
    en="Prices, recipes and output per worker are taken to stay as they are.",
    id="Harga, resep, dan produksi per pekerja dianggap tetap.",
)
SOURCE = Words(
    en="Formula: Miller & Blair (2009), sections 2.5 and 13.2.",
    id="Rumus: Miller & Blair (2009), bagian 2.5 dan 13.2.",
)
NOTHING = Words(en="This scenario changes nothing yet.", id="Skenario ini belum mengubah apa pun.")
HOVER = {
    "name": Words(en="Part", id="Bagian"),
    "text": Words(en="Rp/year", id="Rp/tahun"),
}


def waterfall(effects: Effects, *, language: Language, theme: Theme = "light") -> Figure:
    """Draw the parts of the change of output one after another.

    Parameters
    ----------
    effects
        Of one scenario.
    """
    total = effects.total
    title = TITLE(language)
    if not total[list(STEPS)].abs().gt(0).any():
        return empty(title, language, theme, why=NOTHING)
    said = {name: signed(float(total[name]), "Rp", language) for name in STEPS}
    summary = SUMMARY.fill(**said)(language)
    return Figure(
        themed(_drawn(steps(total, language), language, theme), language, theme),
        title,
        f"{summary} {APART.fill(**said)(language)}",
        (APART.fill(**said)(language), FIXED(language)),
        SOURCE(language),
    )


def steps(total: pd.Series, language: Language) -> pd.DataFrame:
    """Where each part starts and ends.

    Parameters
    ----------
    total
        `Effects.total`.

    Returns
    -------
    pandas.DataFrame
        `code`, `name`, `text`, `start` and `end` (Rp/year), `place`; parts that are 0 stay in.
    """
    begins = {
        "direct": 0.0,
        "indirect": float(total["direct"]),
        "withheld": float(total["direct"] + total["indirect"]),
        "change": 0.0,
        "induced": float(total["change"]),
    }
    return pd.DataFrame(
        {
            "code": list(STEPS),
            "name": [words(language) for words in STEPS.values()],
            "text": [signed(float(total[name]), "Rp", language) for name in STEPS],
            "start": [begins[name] for name in STEPS],
            "end": [begins[name] + float(total[name]) for name in STEPS],
            "place": range(len(STEPS)),
        }
    )


def _drawn(table: pd.DataFrame, language: Language, theme: Theme) -> Any:
    heading = {field: words(language) for field, words in HOVER.items()}
    base = rows.based(table, heading)
    x = alt.X("start:Q", axis=rows.axis([], language))
    ink = INKS[theme]
    paint = alt.Color(
        "code:N",
        legend=None,
        scale=alt.Scale(domain=list(STEPS), range=_colours(theme)),
    )
    solid = base.transform_filter("datum.code != 'induced'").mark_bar(
        height=rows.HEIGHT, yOffset=rows.DROP
    )
    apart = base.transform_filter("datum.code == 'induced'").mark_bar(
        height=rows.HEIGHT,
        yOffset=rows.DROP,
        fillOpacity=0.25,
        strokeDash=[4, 3],
        stroke=ink.accent,
    )
    return alt.layer(
        *[bar.encode(x=x, x2="end:Q", color=paint) for bar in (solid, apart)],
        rows.zero(theme),
        *rows.words(base, theme),
    )


def _colours(theme: Theme) -> list[str]:
    ink = INKS[theme]
    withheld = "#b87800" if theme == "light" else "#e69f00"
    return [ink.accent, ink.ramp[2 if theme == "light" else 3], withheld, ink.text, ink.accent]
