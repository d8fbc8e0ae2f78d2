"""Possible partnerships on the islands' outline: from supplier to buyer, as broad as they gain."""

from __future__ import annotations

import altair as alt
import numpy as np
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, compact, number
from supplychain.views import gains
from supplychain.views.figure import Figure, empty
from supplychain.views.map import COAST
from supplychain.views.outline import Window, land, trail
from supplychain.views.palette import INKS, Theme
from supplychain.views.theme import themed

TITLE = Words(
    en="Where the {count} shown would trade", id="Di mana {count} yang ditampilkan akan berdagang"
)
HOW = Words(
    en="A line is broad at the supplier and thin at the buyer, the broader the more output gains; "
    "the boldest one is the chosen row.",
    id="Garis lebar pada pemasok dan tipis pada pembeli, makin lebar makin besar kenaikan nilai "
    "produksi; yang paling tegas baris yang dipilih.",
)
SUMMARY = Words(
    en="{count} possible partnerships on a map; chosen: {pair}, {distance} km, {gain} a year.",
    id="{count} kemitraan yang mungkin pada peta; dipilih: {pair}, {distance} km, {gain} per "
    "tahun.",
)
SAME_SPOT = Words(
    en="{count} have supplier and buyer at the same point of the map, so no line shows.",
    id="{count} mempunyai pemasok dan pembeli di titik peta yang sama, sehingga tanpa garis.",
)
NOWHERE = Words(
    en="{count} are not drawn: a place is not known.",
    id="{count} tidak digambar: lokasinya tidak diketahui.",
)
NO_PLACE = Words(
    en="None of these businesses has a known place.",
    id="Tidak satu pun usaha ini diketahui lokasinya.",
)
HOVER: dict[str, Words] = {
    "pair": gains.HOVER["pair"],
    "goods": gains.HOVER["goods"],
    "gain": gains.HOVER["gain"],
    "far": gains.HEADINGS["distance"],
}
ENDS = {
    "supplier": Words(en="Supplier", id="Pemasok"),
    "buyer": Words(en="Buyer", id="Pembeli"),
}
BROADEST, THINNEST, TAPER, BEND = 9.0, 1.4, 0.25, 0.16
HEIGHT = (240, 460)


def proposed_map(
    network: SupplyNetwork,
    ranked: pd.DataFrame,
    *,
    chosen: int,
    language: Language,
    theme: Theme = "light",
) -> Figure:
    """Draw rows of a ranking on the map, one of them in front.

    Parameters
    ----------
    ranked
        Rows as `recommend.ranking` returns them, those to be shown.
    chosen
        Place of the chosen row among them.
    """
    title = TITLE.fill(count=number(len(ranked), language))(language)
    rows = _placed(network, ranked, chosen, language)
    if rows.empty:
        return empty(title, language, theme, why=NO_PLACE)
    row = gains.said(network, ranked.iloc[[chosen]], language).iloc[0]
    summary = SUMMARY.fill(
        count=number(len(ranked), language),
        pair=row["pair"],
        distance=compact(ranked["distance"].iloc[chosen], language),
        gain=row["gain"],
    )(language)
    chart = themed(_drawn(rows, language, theme), language, theme)
    notes = (HOW(language), *_left_out(rows, len(ranked), language))
    return Figure(chart, title, summary, notes, f"{gains.SOURCE(language)} {COAST(language)}")


def _placed(
    network: SupplyNetwork, ranked: pd.DataFrame, chosen: int, language: Language
) -> pd.DataFrame:
    """Give each row the places of its ends, its words and its width; the chosen one last."""
    place = network.businesses[["lat", "lon"]]
    ends = {
        f"{axis}_{side}": place[axis].reindex(ranked[side]).to_numpy()
        for side in ENDS
        for axis in ("lon", "lat")
    }
    words = gains.said(network, ranked, language)
    most = float(ranked["output"].max())
    rows = words.assign(
        **ends,
        far=[compact(value, language) for value in ranked["distance"]],
        width=np.maximum(BROADEST * ranked["output"].clip(lower=0.0) / most, THINNEST),
        chosen=np.arange(len(ranked)) == chosen,
    )
    return rows.dropna(subset=list(ends)).sort_values("chosen", kind="stable")


def _left_out(rows: pd.DataFrame, count: int, language: Language) -> list[str]:
    near = (rows["lon_supplier"] == rows["lon_buyer"]) & (rows["lat_supplier"] == rows["lat_buyer"])
    counts = ((SAME_SPOT, int(near.sum())), (NOWHERE, count - len(rows)))
    return [words.fill(count=number(many, language))(language) for words, many in counts if many]


def _drawn(rows: pd.DataFrame, language: Language, theme: Theme) -> alt.LayerChart | alt.FacetChart:
    lon = pd.concat([rows["lon_supplier"], rows["lon_buyer"]])
    lat = pd.concat([rows["lat_supplier"], rows["lat_buyer"]])
    window, ink = Window.around(lon, lat), INKS[theme]
    height = round(min(max(640 / window.ratio, HEIGHT[0]), HEIGHT[1]))
    islands = alt.Chart(alt.InlineData(values=land(window))).mark_geoshape(fill=ink.fill)
    hover = [alt.Tooltip(f"{key}:N", title=words(language)) for key, words in HOVER.items()]
    groups = [rows[~rows["chosen"]], rows[rows["chosen"]]]
    lines = [_lines(group, theme).encode(tooltip=hover) for group in groups if len(group)]
    chart = alt.layer(islands, *lines, _ends(rows, language, theme))
    return chart.properties(width="container", height=height).project(type="equirectangular")


def _lines(rows: pd.DataFrame, theme: Theme) -> alt.Chart:
    """Draw lines, the chosen one in the colour of the text."""
    front = bool(rows["chosen"].iloc[0])
    pieces = [_line(row).assign(line=place) for place, (_, row) in enumerate(rows.iterrows())]
    ink = INKS[theme]
    return (
        alt.Chart(pd.concat(pieces))
        .mark_trail(color=ink.text if front else ink.accent, opacity=1.0 if front else 0.5)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            size=alt.Size("width:Q", scale=None, legend=None),
            detail="line:N",
            order="step:Q",
        )
    )


def _line(row: pd.Series) -> pd.DataFrame:
    start, end = (
        (float(row[f"lon_{side}"]), float(row[f"lat_{side}"])) for side in ("supplier", "buyer")
    )
    broad = float(row["width"])
    points = trail(start, end, bend=BEND, ends=(broad, max(broad * TAPER, THINNEST / 2)))
    return points.assign(**{key: row[key] for key in HOVER})


def _ends(rows: pd.DataFrame, language: Language, theme: Theme) -> alt.Chart:
    """Draw suppliers as filled and buyers as open marks, named in a legend."""
    ink, labels = INKS[theme], [words(language) for words in ENDS.values()]
    table = pd.concat(
        [
            rows[[f"lon_{side}", f"lat_{side}", "pair"]]
            .set_axis(["lon", "lat", "pair"], axis=1)
            .assign(end=words(language))
            for side, words in ENDS.items()
        ]
    )
    shape = alt.Scale(domain=labels, range=["square", "circle"])
    return (
        alt.Chart(table)
        .mark_point(size=60, strokeWidth=1.5, stroke=ink.text)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            shape=alt.Shape("end:N", scale=shape, legend=alt.Legend(title=None, orient="top")),
            fill=alt.Fill(
                "end:N", scale=alt.Scale(domain=labels, range=[ink.accent, ink.background])
            ),
            tooltip=[alt.Tooltip("pair:N", title=gains.HOVER["pair"](language))],
        )
    )
