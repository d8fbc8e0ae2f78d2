"""What the builder starts from: the reported facts, and the tables of the model's assumptions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data.build.tables import Business, Claim, Number, Partnership, number, read

FOLDER = Path(__file__).parent / "facts"


@dataclass(frozen=True)
class Product:
    """A product: price in Rp/unit, yield in units per unit of what it is made from."""

    id: str
    price: float
    made_from: str
    yield_: float


@dataclass(frozen=True)
class Sentra:
    """A DAK sentra: what it makes, and whether it is known by name."""

    id: str
    name: str
    product: str
    district: str
    place: str
    commodity: str
    kbli: str
    known: bool
    output: Number | None
    workers: Number | None


@dataclass(frozen=True)
class RawTrade:
    """Who supplies a raw material, how many a sentra has, and in which kecamatan only."""

    product: str
    name: str
    prefix: str
    kbli: str
    commodity: str
    count: int
    scheme: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Industry:
    """A kind of IKM: what it makes, and the share of its main input in output."""

    id: str
    name: str
    kbli: str
    product: str
    commodity: str
    input: str
    input_share: float
    shops: tuple[str, ...]


@dataclass(frozen=True)
class BuyerGroup:
    """How many IKM of an industry a sentra feeds, and with what share of its output."""

    sentra: str
    industry: str
    count: int
    share: float
    scheme: str


@dataclass(frozen=True)
class Input:
    """A second input: its share in output, and the chance that a business buys it here."""

    user: str
    product: str
    share: float
    chance: float
    input_class: str


@dataclass(frozen=True)
class ShopKind:
    """A kind of shop or market: where, and which share of a sentra's product it takes directly."""

    id: str
    name: str
    kbli: str
    districts: tuple[str, ...]
    direct: tuple[tuple[str, float], ...]


class Facts:
    """All tables of ``data/build/facts``."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Read them."""
        self.folder = folder
        self.products = {row["id"]: _product(row) for row in self._rows("products")}
        self.sentra = {row["id"]: _sentra(row) for row in self._rows("sentra")}
        self.raw = {row["product"]: _raw(row) for row in self._rows("raw")}
        self.industries = {row["id"]: _industry(row) for row in self._rows("industries")}
        self.buyers = [_buyers(row) for row in self._rows("buyers")]
        self.inputs = [_input(row) for row in self._rows("inputs")]
        self.shops = {row["id"]: _shop(row) for row in self._rows("shops")}
        self.grants = {
            row["year"]: float(row["rp_billion"]) / float(row["recipients"]) * 1e9
            for row in self._rows("dak")
        }

    def _rows(self, name: str) -> list[dict[str, str]]:
        return read(self.folder / f"{name}.csv")

    def businesses(self) -> list[tuple[Business, str]]:
        """Read the reported businesses, each with the code of its kecamatan."""
        return [(_business(row), row["place"]) for row in self._rows("businesses")]

    def partnerships(self) -> list[Partnership]:
        """Read the reported links that carry no goods."""
        return [_link(row) for row in self._rows("partnerships")]

    def claims(self) -> list[Claim]:
        """Read the reported values, conflicting ones side by side."""
        return [_claim(row) for row in self._rows("claims")]


def _product(row: dict[str, str]) -> Product:
    share = float(row["yield"]) if row["yield"] else 0.0
    return Product(row["id"], float(row["price"] or "nan"), row["made_from"], share)


def _sentra(row: dict[str, str]) -> Sentra:
    return Sentra(
        id=row["id"],
        name=row["name"],
        product=row["product"],
        district=row["district"],
        place=row["place"],
        commodity=row["commodity"],
        kbli=row["kbli"],
        known=row["known"] == "yes",
        output=number(row["output"]),
        workers=number(row["workers"]),
    )


def _raw(row: dict[str, str]) -> RawTrade:
    return RawTrade(
        product=row["product"],
        name=row["name"],
        prefix=row["prefix"],
        kbli=row["kbli"],
        commodity=row["commodity"],
        count=int(row["count"]),
        scheme=row["scheme"],
        places=tuple(row["places"].split()),
    )


def _industry(row: dict[str, str]) -> Industry:
    return Industry(
        id=row["id"],
        name=row["name"],
        kbli=row["kbli"],
        product=row["product"],
        commodity=row["commodity"],
        input=row["input"],
        input_share=float(row["input_share"]),
        shops=tuple(row["shops"].split()),
    )


def _buyers(row: dict[str, str]) -> BuyerGroup:
    count, share = int(row["count"]), float(row["share"])
    return BuyerGroup(row["sentra"], row["industry"], count, share, row["scheme"])


def _input(row: dict[str, str]) -> Input:
    share, chance = float(row["share"]), float(row["chance"])
    return Input(row["user"], row["product"], share, chance, row["input_class"])


def _shop(row: dict[str, str]) -> ShopKind:
    pairs = (pair.split(":") for pair in row["sells_directly"].split())
    direct = tuple((product, float(share)) for product, share in pairs)
    return ShopKind(row["id"], row["name"], row["kbli"], tuple(row["districts"].split()), direct)


_NUMBERS = ("output", "capacity", "workers", "members", "funds")


def _business(row: dict[str, str]) -> Business:
    cells: dict[str, str | Number | None] = {k: v for k, v in row.items() if k != "place"}
    cells |= {name: number(row[name]) for name in _NUMBERS}
    return Business(**cells)  # type: ignore[arg-type]


def _link(row: dict[str, str]) -> Partnership:
    cells: dict[str, str | Number | None] = dict(row)
    return Partnership(**cells)  # type: ignore[arg-type]


def _claim(row: dict[str, str]) -> Claim:
    cells: dict[str, str | Number | None] = dict(row)
    cells |= {name: number(row[name]) for name in ("value", "low", "high")}
    return Claim(**cells)  # type: ignore[arg-type]
