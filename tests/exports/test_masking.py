"""Files for the public: no name, no exact number, nothing that could be worked out."""

import base64
import binascii
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache

import numpy as np
import pandas as pd
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supplychain import SupplyNetwork
from supplychain.core.errors import SupplyChainError
from supplychain.core.places import DATA
from supplychain.core.words import LANGUAGES
from supplychain.exports import CATALOGUE, hiding, masking
from supplychain.exports.masking import rounded
from supplychain.metrics import CATALOGUE as METRICS

CANARY = "Kenari"
NUMBERS = (48_151_623, 42_108_815, 16_234_207, 77_345_191)
BASE64 = re.compile(rb"[A-Za-z0-9+/]{200,}={0,2}")


def planted(seed: int = 1) -> SupplyNetwork:
    """Six farms, five sentra, nine makers and a lone market, with canaries wherever a text goes."""
    rng = np.random.default_rng(seed)
    kinds = ["supplier"] * 6 + ["sentra"] * 5 + ["ikm"] * 9 + ["market"]
    ids = [f"{CANARY}-{place}" for place in range(len(kinds))]
    businesses = pd.DataFrame(
        {
            "id": ids,
            "name": [f"UD {CANARY} {place}" for place in range(len(kinds))],
            "kind": kinds,
            "commodity": "food",
            "district": ["52.02"] * 15 + ["52.01"] * 5 + [f"{CANARY}"],
            "lat": -8.123456,
            "lon": 116.654321,
            "output": [NUMBERS[0] * 90.0, *rng.uniform(3e9, 9e9, len(kinds) - 1).round()],
            "workers": rng.integers(3, 60, len(kinds)).astype(float),
            "capacity": float(NUMBERS[1]),
            "capacity_product": f"{CANARY}-rahasia",
            "kbli": "10621",
            "source": f"{CANARY}-sumber",
        }
    )
    pairs = [(ids[i], ids[6 + i % 5]) for i in range(6)]
    pairs += [(ids[6 + i], ids[11 + j]) for i in range(5) for j in range(9)]
    pairs += [(ids[11 + i], ids[20]) for i in range(9)]
    trade = pd.DataFrame(pairs, columns=["supplier", "buyer"]).assign(
        product=["umbi"] * 6 + ["tapioka"] * 45 + [f"{CANARY}-rahasia"] * 9,
        value=[float(NUMBERS[2]), *rng.uniform(1e7, 3e7, len(pairs) - 1).round()],
        volume=float(NUMBERS[3]),
        source=f"{CANARY}-sumber",
    )
    products = pd.DataFrame({"id": ["umbi", "tapioka", f"{CANARY}-rahasia"], "unit": "kg"}).assign(
        name_id=["Umbi", "Tapioka", f"Resep {CANARY}"], price=float(NUMBERS[3])
    )
    claims = pd.DataFrame(
        {"business": [ids[7]], "field": ["workers"], "value": [float(NUMBERS[1])]}
    ).assign(note=f"telepon {CANARY}", source=f"{CANARY}-sumber")
    sources = pd.DataFrame({"id": [f"{CANARY}-sumber"], "title": [f"Buku {CANARY}"]}).assign(
        publisher=CANARY, address=f"Jalan {CANARY} 5", note=CANARY
    )
    return SupplyNetwork.from_tables(businesses, trade, products, claims, sources)


def inside(content: bytes) -> Iterator[bytes]:
    """Yield a file and everything it holds: members of archives, text of PDF, packed payloads."""
    yield content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from inside(archive.read(name))
    if content.startswith(b"%PDF"):
        reader = pypdf.PdfReader(io.BytesIO(content))
        yield str(reader.metadata).encode()
        for page in reader.pages:
            yield page.extract_text().encode()
    for found in BASE64.findall(content):
        yield from unpacked(found)


def unpacked(text: bytes) -> Iterator[bytes]:
    try:
        packed = base64.b64decode(text, validate=True)
    except binascii.Error:
        return
    yield from inside(packed)
    for way in (gzip.decompress, zlib.decompress, lambda held: zlib.decompress(held, -15)):
        try:
            yield from inside(way(packed))
        except (OSError, EOFError, zlib.error):
            continue


def spellings(number: int) -> set[bytes]:
    plain = str(number)
    return {plain.encode(), f"{number:,}".encode(), f"{number:,}".replace(",", ".").encode()}


def found_in(content: bytes) -> list[str]:
    """Name the canaries that a file holds."""
    secrets = {CANARY.lower().encode(), b"8.123456", b"8,123456", b"116.654321", b"telepon"}
    secrets |= {text for number in NUMBERS for text in spellings(number)}
    return [
        secret.decode() for part in inside(content) for secret in secrets if secret in part.lower()
    ]


def asked(network: SupplyNetwork) -> dict[str, pd.Series]:
    names = ("output_multiplier", "degree", "link_extraction_loss")
    return {name: METRICS.get(name).fn(network) for name in names}


@pytest.mark.parametrize("form", CATALOGUE.ids())
def test_no_canary_sings_in_any_public_file(form):
    network = planted()
    business = {"business": f"{CANARY}-7"} if form == "brief" else {}
    file = CATALOGUE.get(form)(network, asked(network), public=True, language="id", **business)
    assert found_in(file.content) == []
    assert CANARY.lower() not in file.name.lower()
    assert not [finding for finding in file.findings if CANARY in finding.text("id")]


@pytest.mark.parametrize("form", [f for f in CATALOGUE.ids() if f not in {"png", "svg"}])
def test_the_same_canaries_are_found_where_nothing_is_masked(form):
    network = planted()
    assert found_in(CATALOGUE.get(form)(network, asked(network)).content)


@pytest.mark.parametrize("form", [f for f in CATALOGUE.ids() if f != "png"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_public_file_says_what_was_masked(form, language):
    file = CATALOGUE.get(form)(planted(), public=True, language=language)
    parts = b" ".join(inside(file.content)).decode("utf-8", "ignore")
    text = re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), parts)
    words = re.sub(r"<[^>]+>|\s+", " ", text)
    said = {"id": "kelompok beranggota tiga", "en": "groups of three or"}[language]
    assert said in re.sub(r"\s+", " ", words)


def test_a_lone_business_is_withheld_and_groups_have_three_members():
    masked = masking.public(planted())
    assert masked.counts["businesses_withheld"] == 1
    assert masked.network.businesses["members"].min() >= 3
    assert set(masked.network.businesses["kind"]) == {"supplier", "sentra", "ikm"}
    sizes = masked.groups.value_counts()
    assert sizes.min() >= 3


def test_what_dominates_its_group_is_not_told():
    network = planted()
    giant = network.businesses["output"].mask(network.businesses.index == f"{CANARY}-19", 9e12)
    masked = masking.public(network.replace(businesses=network.businesses.assign(output=giant)))
    assert masked.network.businesses["output"].max() < 9e12


def test_a_hidden_flow_takes_another_along():
    """Five sentra sell to nine makers; the one that also sells to a lone market is not told."""
    network = planted()
    masked = masking.public(network)
    assert masked.counts["partnerships"] >= 9
    hidden_of_makers = network.trade["buyer"] == f"{CANARY}-20"
    assert hidden_of_makers.sum() == 9
    assert not masked.network.partnerships["buyer"].eq("group-000").any()


def test_nothing_can_be_masked_where_nobody_has_two_like_it():
    network = SupplyNetwork.from_flows([[0, 5], [0, 0]], [10, 20], names=["a", "b"])
    with pytest.raises(SupplyChainError, match="three members"):
        masking.public(network)


@settings(max_examples=15)
@given(seed=st.integers(0, 10_000))
def test_every_number_told_has_three_behind_it_and_two_digits(seed):
    network = planted(seed)
    masked = masking.public(network)
    for value in [*masked.network.trade["value"], *masked.network.businesses["output"]]:
        assert value == rounded(value) or value == rounded(value, up=True)
    trade = network.trade.assign(
        **{side: network.trade[side].map(masked.groups) for side in ("supplier", "buyer")},
        seller=network.trade["supplier"],
        taker=network.trade["buyer"],
    )
    for row in masked.network.trade.itertuples():
        behind = trade[(trade["supplier"] == row.supplier) & (trade["buyer"] == row.buyer)]
        assert behind["seller"].nunique() >= 3
        assert behind["taker"].nunique() >= 3
        assert row.value <= behind["value"].sum()


@cache
def shipped() -> masking.Public:
    return masking.public(SupplyNetwork.read(DATA / "ntb"), {}, "en")


def test_what_is_hidden_of_any_group_could_be_any_of_three():
    network = SupplyNetwork.read(DATA / "ntb")
    groups = shipped().groups
    told = hiding.flows(network, groups).told
    ends = network.trade.assign(
        one=network.trade["supplier"].map(groups), other=network.trade["buyer"].map(groups)
    )
    assert told.any()
    for side, column in (("one", "supplier"), ("other", "buyer")):
        for group, rows in ends[~told].groupby(side):
            some_told = (ends.loc[told, side] == group).any()
            assert not some_told or rows[column].nunique() >= 3


def test_the_shipped_network_stays_worth_reading_and_names_nobody():
    masked = shipped().network
    real = SupplyNetwork.read(DATA / "ntb")
    assert len(masked) > 30
    assert masked.trade["value"].sum() > 0.4 * real.trade["value"].sum()
    assert not set(masked.businesses["name"]) & set(real.businesses["name"])
    assert "Aik Darek" not in "".join(masked.businesses["name"])
