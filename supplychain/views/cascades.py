"""A shock that spreads: how much stops at each step, and who is hit hardest."""

from __future__ import annotations

from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.vocabulary import KINDS, label
from supplychain.core.words import Language, Words, number, percent
from supplychain.simulate.cascade import Cascade
from supplychain.views.figure import Figure
from supplychain.views.palette import INKS, Theme
from supplychain.views.theme import themed, tick_text
from supplychain.views.trade import names

TITLE = Words(
    en="Share of all sales between businesses that stops, step by step",
    id="Bagian penjualan antarusaha yang terhenti, selangkah demi selangkah",
)
SUMMARY = Words(
    en="{first} stop at once; {loss} when the shock has run its course, after {steps} steps.",
    id="{first} terhenti seketika; {loss} setelah guncangan selesai menjalar, dalam {steps} "
    "langkah.",
)
MEANING = Words(
    en="Short run: nobody finds new partners and there are no stocks.",
    id="Jangka pendek: tidak ada yang mendapat mitra baru dan tidak ada persediaan.",
)
SOURCE = Words(
    en="Method: Diem et al. (2022), Scientific Reports 12, 7719.",
    id="Metode: Diem dkk. (2022), Scientific Reports 12, 7719.",
)
STEP = Words(en="Step", id="Langkah")
STOPPED = Words(en="Stops", id="Terhenti")
HEADINGS = {
    "name": Words(en="Business", id="Usaha"),
    "kind": Words(en="Kind of business", id="Jenis usaha"),
    "lost": Words(en="Loses of its output", id="Kehilangan produksi"),
    "downstream": Words(en="For want of inputs", id="Karena kekurangan masukan"),
    "upstream": Words(en="For want of buyers", id="Karena kehilangan pembeli"),
}
LEAST = 0.0005
"""Share below which a loss is not listed."""


def stopped(network: SupplyNetwork, found: Cascade) -> pd.Series:
    """Share of all sales within the network that stops, by step; step 0 is before the shock.

    Steps that add less than can be told are left out.
    """
    sales = network.sales.reindex(found.steps.index).fillna(0.0)
    weight = sales / (float(sales.sum()) or 1.0)
    lost = (1.0 - found.steps).mul(weight, axis=0).sum().to_numpy()
    settled = int(np.flatnonzero(np.abs(lost - lost[-1]) <= LEAST)[0])
    kept = lost[: max(settled, 1) + 1]
    return pd.Series(kept, index=np.arange(len(kept)), name="stopped")


def struck(found: Cascade) -> list[str]:
    """Businesses that a shock begins with; what rounding takes from others does not count."""
    first = found.steps.iloc[:, min(1, found.steps.shape[1] - 1)]
    return [str(name) for name in first.index[first < 1.0 - LEAST]]


def steps(
    network: SupplyNetwork, found: Cascade, *, language: Language, theme: Theme = "light"
) -> Figure:
    """Draw how the loss grows step by step."""
    lost = stopped(network, found)
    summary = SUMMARY.fill(
        first=percent(float(lost.iloc[min(1, len(lost) - 1)]), language, digits=1),
        loss=percent(found.loss, language, digits=1),
        steps=number(max(len(lost) - 1, 0), language),
    )(language)
    chart = themed(_drawn(lost, language, theme), language, theme)
    return Figure(chart, TITLE(language), summary, (summary, MEANING(language)), SOURCE(language))


def hardest_hit(
    network: SupplyNetwork, found: Cascade, *, language: Language, top: int = 10
) -> pd.DataFrame:
    """Return who loses most of its output besides those the shock began with, in words.

    Returns
    -------
    pandas.DataFrame
        The whole loss, and its two sides, of which the worse one counts.
    """
    final = 1.0 - found.steps.iloc[:, -1]
    hit = found.steps.index.isin(struck(found))
    table = pd.DataFrame(
        {
            "name": names(network),
            "kind": [label(KINDS, kind, language) for kind in network.businesses["kind"]],
            "lost": final,
            "downstream": found.downstream,
            "upstream": found.upstream,
        }
    )[~hit]
    table = table[table["lost"] > LEAST]
    weight = network.businesses["output"].reindex(table.index).fillna(0.0)
    order = (table["lost"] * weight).sort_values(ascending=False, kind="stable").index
    told = table.loc[order].head(top)
    shares = {
        column: [percent(value, language, digits=1) for value in told[column]]
        for column in ("lost", "downstream", "upstream")
    }
    return told.assign(**shares)[list(HEADINGS)].rename(
        columns={name: words(language) for name, words in HEADINGS.items()}
    )


def _drawn(lost: pd.Series, language: Language, theme: Theme) -> Any:
    ink = INKS[theme]
    table = pd.DataFrame(
        {
            "step": [number(step, language) for step in lost.index],
            "share": lost.to_numpy(),
            "text": [percent(value, language, digits=1) for value in lost],
            "place": lost.index,
        }
    )
    base = alt.Chart(table, width="container", height=240).encode(
        x=alt.X("place:O", axis=alt.Axis(title=STEP(language), labelAngle=0, grid=False)),
        y=alt.Y(
            "share:Q",
            axis=alt.Axis(title=None, labelExpr=tick_text(language, percent=True), tickCount=4),
        ),
        tooltip=[
            alt.Tooltip("step:N", title=STEP(language)),
            alt.Tooltip("text:N", title=STOPPED(language)),
        ],
    )
    bars = base.mark_bar(color=ink.accent, cornerRadiusEnd=2)
    words = base.mark_text(dy=-8, color=ink.text).encode(text="text:N")
    return alt.layer(bars, words)
