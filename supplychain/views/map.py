"""Where the businesses are, and how much flows between kabupaten."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Annotated, Any, Literal

import altair as alt
import pandas as pd

from supplychain.core.network import SupplyNetwork
from supplychain.core.params import Choices, Range
from supplychain.core.places import district_name
from supplychain.core.words import Language, Words, number, percent, rupiah, same
from supplychain.metrics.catalogue import RUPIAH_A_YEAR
from supplychain.views import kinds
from supplychain.views.catalogue import Results, view
from supplychain.views.figure import Figure, empty
from supplychain.views.geography import between_districts, crowded, places
from supplychain.views.groups import MOST
from supplychain.views.labels import placed, text_marks
from supplychain.views.outline import Window, land, trail
from supplychain.views.palette import INKS, Theme
from supplychain.views.provenance import basis_line, source_line
from supplychain.views.scores import Scores, written
from supplychain.views.theme import lowered, themed
from supplychain.views.trade import grouped, names, with_ends

Arcs = Annotated[int, Words(en="Flows shown", id="Aliran yang tampil"), Range(0, 80, 5)]
Given = Mapping[str, Any] | None
Around = Annotated[
    Literal["all", "crowded"],
    Words(en="Map shows", id="Peta memuat"),
    Choices(
        {
            "all": Words(en="all places", id="semua lokasi"),
            "crowded": Words(
                en="the island with most businesses", id="pulau dengan usaha terbanyak"
            ),
        }
    ),
]
Size = Annotated[str | None, Words(en="Size of points", id="Ukuran titik")]

TITLE = Words(
    en="Flows between kabupaten (Rp/year), points by {size}",
    id="Aliran antarkabupaten (Rp/tahun), titik menurut {size}",
)
OUTPUT = Words(en="Output (Rp/year)", id="Nilai produksi (Rp/tahun)")
SUMMARY = Words(
    en="{points} businesses and {arcs} flows between kabupaten. Largest: {start} → {end}, {value} "
    "a year.",
    id="{points} usaha dan {arcs} aliran antarkabupaten. Terbesar: {start} → {end}, {value} per "
    "tahun.",
)
NO_FLOW = Words(
    en="{points} businesses; nothing flows between kabupaten.",
    id="{points} usaha; tidak ada aliran antarkabupaten.",
)
HOW = Words(
    en="A flow is broad at the supplier and thin at the buyer, and has the colour of the "
    "supplier's kind; the broadest is {value} a year.",
    id="Aliran lebar pada pemasok dan tipis pada pembeli, dengan warna jenis pemasoknya; yang "
    "terlebar {value} per tahun.",
)
SHOWN = Words(
    en="Of the trade, {drawn} is drawn, {within} stays within one kabupaten, and {rest} is in "
    "smaller flows, outside the map or without a place.",
    id="Dari seluruh perdagangan, {drawn} tergambar, {within} berada di dalam satu kabupaten, dan "
    "{rest} berupa aliran lebih kecil, di luar peta, atau tanpa lokasi.",
)
NOWHERE = Words(
    en="Businesses without coordinates, not drawn: {count}.",
    id="Usaha tanpa koordinat, tidak digambar: {count}.",
)
NO_PLACE = Words(
    en="No business with this choice has coordinates.",
    id="Tidak ada usaha dengan koordinat untuk pilihan ini.",
)
COAST = Words(en="Coastline: Natural Earth.", id="Garis pantai: Natural Earth.")
HOVER: Mapping[str, Words] = {
    "name": Words(en="Business", id="Usaha"),
    "kind": kinds.KIND,
    "district": Words(en="Kabupaten or kota", id="Kabupaten/kota"),
}
ARC_HOVER: Mapping[str, Words] = {
    "way": Words(en="From → to", id="Dari → ke"),
    "kind": Words(en="Supplier", id="Pemasok"),
    "money": Words(en="Value a year", id="Nilai per tahun"),
    "goods": Words(en="Mostly", id="Terutama"),
}
MANY = Words(
    en="Too many to draw each: a point stands for all businesses of one kind in a kabupaten.",
    id="Terlalu banyak untuk digambar satu per satu: satu titik mewakili semua usaha sejenis dalam "
    "satu kabupaten.",
)
TOGETHER = Words(en="{count} businesses", id="{count} usaha")
NARROWEST = 680
"""Width below which the map is better scrolled, px."""
BROADEST, THINNEST = 11.0, 0.8
"""Width of a flow at its supplier, px: of the largest, and at least."""
TAPER = 0.2
"""Width at the buyer per width at the supplier."""
BENDS: Mapping[str, float] = {"supplier": 0.14, "sentra": 0.2, "ikm": 0.26, "market": 0.32}
"""How far flows swing out, so that those of different kinds lie side by side."""


@view(
    title=Words(en="Who supplies whom: map", id="Siapa memasok siapa: peta"),
    meaning=Words(
        en="Where the businesses are, and how much flows from which kabupaten to which.",
        id="Di mana usaha berada, dan berapa yang mengalir dari kabupaten mana ke mana.",
    ),
)
def flow_map(  # noqa: PLR0913
    network: SupplyNetwork,
    results: Results,
    *,
    language: Language,
    theme: Theme = "light",
    trade: pd.DataFrame | None = None,
    size: Size = None,
    given: Given = None,
    arcs: Arcs = 30,
    around: Around = "all",
) -> Figure:
    """Draw businesses and the flows between kabupaten on the islands' outline.

    Parameters
    ----------
    trade
        Rows of `network.trade`; all of them if left out. Businesses outside it are not drawn.
    size
        Metric in `results` that sets the size of points; output if left out.
    given
        Parameters that metric was computed with.
    arcs
        How many flows are drawn, the largest first.
    around
        Whether the map holds all places, or the crowded island only, larger.
    """
    scores = None if size is None else Scores.of(results, size, given)
    said = OUTPUT if scores is None else same(scores.title(language))
    title = TITLE.fill(size=lowered(said))(language)
    points = _points(network, trade, scores, language)
    drawn = points[points["lat"].notna() & points["lon"].notna()]
    inside = crowded(network) if around == "crowded" else ()
    if inside:
        drawn = drawn[drawn["area"].isin(inside)]
    if drawn.empty:
        return empty(title, language, theme, why=NO_PLACE)
    many = len(drawn) > MOST
    flows = _placed(between_districts(network, trade=trade), network, inside)
    shown = flows.head(arcs)
    return Figure(
        themed(
            _drawn(
                network,
                _gathered(drawn, scores, language) if many else drawn,
                shown,
                scores,
                language,
                theme,
            ),
            language,
            theme,
        ),
        title,
        _summary(drawn, shown, network, language),
        (*([MANY(language)] if many else []), *_notes(network, trade, points, shown, language)),
        f"{_source(network, trade, language)} {COAST(language)}",
        min_width=NARROWEST,
    )


def _summary(
    points: pd.DataFrame, flows: pd.DataFrame, network: SupplyNetwork, language: Language
) -> str:
    count = number(len(points), language)
    if flows.empty:
        return NO_FLOW.fill(points=count)(language)
    largest = flows.iloc[0]
    return SUMMARY.fill(
        points=count,
        arcs=len(flows),
        start=district_name(largest["start"]),
        end=district_name(largest["end"]),
        value=rupiah(largest["value"], language),
    )(language)


def _notes(
    network: SupplyNetwork,
    trade: pd.DataFrame | None,
    points: pd.DataFrame,
    flows: pd.DataFrame,
    language: Language,
) -> tuple[str, ...]:
    ends = with_ends(network, trade)
    total = float(ends["value"].sum())
    notes = [basis_line(ends["basis"], ends["value"], language)]
    if total > 0:
        within = float(ends["value"][ends["supplier_district"] == ends["buyer_district"]].sum())
        drawn = float(flows["value"].sum())
        parts = {"drawn": drawn, "within": within, "rest": total - drawn - within}
        shares = {name: percent(part / total, language) for name, part in parts.items()}
        notes.append(SHOWN.fill(**shares)(language))
    if len(flows):
        notes.insert(0, HOW.fill(value=rupiah(flows["value"].max(), language))(language))
    nowhere = int(points[["lat", "lon"]].isna().any(axis=1).sum())
    if nowhere:
        notes.append(NOWHERE.fill(count=number(nowhere, language))(language))
    return tuple(notes)


def _source(network: SupplyNetwork, trade: pd.DataFrame | None, language: Language) -> str:
    rows = network.trade if trade is None else trade
    return source_line(network, rows["source"], language)


def _points(
    network: SupplyNetwork,
    trade: pd.DataFrame | None,
    scores: Scores | None,
    language: Language,
) -> pd.DataFrame:
    chosen = network.businesses
    if trade is not None:
        chosen = chosen[chosen.index.isin({*trade["supplier"], *trade["buyer"]})]
    sizes = chosen["output"] if scores is None else scores.numbers.reindex(chosen.index)
    unit = RUPIAH_A_YEAR if scores is None else scores.unit
    return pd.DataFrame(
        {
            "lat": chosen["lat"],
            "lon": chosen["lon"],
            "code": chosen["kind"],
            "area": chosen["district"],
            "kind": kinds.said(chosen["kind"], language),
            "name": names(network).reindex(chosen.index),
            "district": grouped(network, chosen["district"], "district", language),
            "size": sizes.clip(lower=0).fillna(0.0),
            "said": [written(value, unit, language) for value in sizes],
        }
    ).sort_values("size", ascending=False)


def _gathered(points: pd.DataFrame, scores: Scores | None, language: Language) -> pd.DataFrame:
    """One point for each kind in a kabupaten: amounts added up, metrics averaged."""
    unit = RUPIAH_A_YEAR if scores is None else scores.unit
    by_place = points.fillna({"area": "", "code": ""}).groupby(["area", "code"], sort=True)
    total = by_place["size"].sum() if scores is None else by_place["size"].mean()
    counts = by_place.size()
    return (
        by_place[["kind", "district"]]
        .first()
        .assign(
            lat=by_place["lat"].mean(),
            lon=by_place["lon"].mean(),
            size=total,
            said=[written(value, unit, language) for value in total],
            name=[TOGETHER.fill(count=number(n, language))(language) for n in counts],
        )
        .reset_index()
        .sort_values("size", ascending=False)
    )


def _placed(flows: pd.DataFrame, network: SupplyNetwork, inside: Collection[str]) -> pd.DataFrame:
    """Keep the flows whose both ends have a place on the map."""
    known = places(network).index
    shown = known[known.isin(list(inside))] if inside else known
    return flows[flows["start"].isin(shown) & flows["end"].isin(shown)].reset_index(drop=True)


def _drawn(
    network: SupplyNetwork,
    points: pd.DataFrame,
    flows: pd.DataFrame,
    scores: Scores | None,
    language: Language,
    theme: Theme,
) -> alt.LayerChart | alt.FacetChart:
    where = places(network)
    touched = where.loc[where.index.isin({*flows["start"], *flows["end"]})]
    window = Window.around(
        pd.concat([points["lon"], touched["lon"]]), pd.concat([points["lat"], touched["lat"]])
    )
    height = round(min(max(960 / window.ratio, 240), 640))
    shown = [*points["code"], *flows["kind"]]  # one list for both, or their legends stay apart
    layers = [
        _land(window, theme),
        *([_arcs(flows, where, network, shown, language, theme)] if len(flows) else []),
        _dots(points, scores, shown, language, theme),
        *_labels(touched, window, theme),
    ]
    return alt.layer(*layers, width="container", height=height).project(type="equirectangular")


def _land(window: Window, theme: Theme) -> alt.Chart:
    islands = alt.InlineData(values=land(window))
    return alt.Chart(islands).mark_geoshape(fill=INKS[theme].fill)


def _arcs(
    flows: pd.DataFrame,
    where: pd.DataFrame,
    network: SupplyNetwork,
    shown: list[str],
    language: Language,
    theme: Theme,
) -> alt.Chart:
    most = float(flows["value"].max())
    pieces = [
        _arc(row, where, network, language, most).assign(arc=place)
        for place, (_, row) in enumerate(flows.iterrows())
    ]
    hover = [alt.Tooltip(f"{key}:N", title=said(language)) for key, said in ARC_HOVER.items()]
    return (
        alt.Chart(pd.concat(pieces))
        .mark_trail(opacity=0.55)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            size=alt.Size("width:Q", scale=None, legend=None),
            color=kinds.colours(shown, language, theme),
            detail="arc:N",
            order="step:Q",
            tooltip=hover,
        )
    )


def _arc(
    row: pd.Series, where: pd.DataFrame, network: SupplyNetwork, language: Language, most: float
) -> pd.DataFrame:
    start, end = where.loc[row["start"]], where.loc[row["end"]]
    bend = BENDS.get(row["kind"], 0.14)
    broad = max(BROADEST * row["value"] / most, THINNEST)
    points = trail(
        (start["lon"], start["lat"]),
        (end["lon"], end["lat"]),
        bend=bend,
        ends=(broad, max(broad * TAPER, THINNEST / 2)),
    )
    return points.assign(
        way=f"{start['name']} → {end['name']}",
        kind=kinds.said([row["kind"]], language)[0],
        money=rupiah(row["value"], language),
        goods=network.product_name(row["product"])(language),
    )


def _dots(
    points: pd.DataFrame,
    scores: Scores | None,
    shown: list[str],
    language: Language,
    theme: Theme,
) -> alt.Chart:
    sized = OUTPUT(language) if scores is None else scores.title(language)
    hover = {**{key: words(language) for key, words in HOVER.items()}, "said": sized}
    ink = INKS[theme]
    return (
        alt.Chart(points.drop(columns=["code", "area"]))
        .mark_point(filled=True, opacity=0.85, stroke=ink.background, strokeWidth=0.6)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            size=alt.Size("size:Q", scale=alt.Scale(range=[10, 300]), legend=None),
            color=kinds.colours(shown, language, theme),
            shape=kinds.shapes(shown, language),
            tooltip=[alt.Tooltip(f"{key}:N", title=title) for key, title in hover.items()],
        )
    )


def _labels(where: pd.DataFrame, window: Window, theme: Theme) -> list[alt.Chart]:
    """Names of the kabupaten, arranged for the narrowest map, so that they fit wider ones too."""
    frame = (NARROWEST, NARROWEST / window.ratio)
    x = (where["lon"] - window.west) / (window.east - window.west) * frame[0]
    y = (window.north - where["lat"]) / (window.north - window.south) * frame[1]
    texts = where["name"].str.removeprefix("Kab. ")
    spots = placed(list(x), list(y), list(texts), frame, distances=(10, 24, 38), keep=True)
    table = pd.concat([where[["lat", "lon"]].reset_index(drop=True), spots], axis=1)
    base = alt.Chart(table.assign(name=list(texts))).encode(longitude="lon:Q", latitude="lat:Q")
    return text_marks(base, theme, weight=600)
