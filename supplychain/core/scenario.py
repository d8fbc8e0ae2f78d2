"""A scenario: a name and a list of edits, pure data that reads and writes as JSON.

`Scenario.model_json_schema()` is the published schema; `version` tells old files from new ones.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from supplychain.core.words import Words

Closure = Literal["additional", "outside", "local", "capped"]
CLOSURES: dict[Closure, Words] = {
    "additional": Words(en="Additional demand", id="Permintaan tambahan"),
    "outside": Words(en="Replaces purchases from outside", id="Mengganti pembelian dari luar"),
    "local": Words(en="Replaces a local supplier", id="Mengganti pemasok setempat"),
    "capped": Words(
        en="Replaces purchases from outside, as far as capacity allows",
        id="Mengganti pembelian dari luar, sebatas kapasitas",
    ),
}
Money = Annotated[float, Field(gt=0, allow_inf_nan=False, description="Rp/year")]


class _Edit(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AddPartnership(_Edit):
    """A new partnership, or more of an existing one, and what it replaces."""

    edit: Literal["add"] = "add"
    supplier: str
    buyer: str
    product: str | None = None
    value: Money
    closure: Closure = "outside"
    displaces: str | None = Field(default=None, description="Supplier that loses, if local")

    @model_validator(mode="after")
    def _loser_named(self) -> AddPartnership:
        if (self.closure == "local") != (self.displaces is not None):
            msg = "`displaces` names the losing supplier exactly when `closure` is `local`"
            raise ValueError(msg)
        return self


class ResizePartnership(_Edit):
    """An existing partnership grows or shrinks by a factor; the difference is bought outside."""

    edit: Literal["resize"] = "resize"
    supplier: str
    buyer: str
    product: str | None = None
    factor: float = Field(ge=0, allow_inf_nan=False, description="New value per old value")


class EndPartnership(_Edit):
    """An existing partnership ends; the buyer buys outside instead."""

    edit: Literal["end"] = "end"
    supplier: str
    buyer: str
    product: str | None = None


class AddBusiness(_Edit):
    """A new business and what it sells to final buyers; partnerships come on top."""

    edit: Literal["found"] = "found"
    business: str = Field(min_length=1, description="Id, not in use yet")
    name: str = Field(min_length=1)
    kind: Literal["supplier", "sentra", "ikm", "market"]
    final_sales: Money
    value_added: float = Field(ge=0, allow_inf_nan=False, description="Rp/year")
    workers: float = Field(ge=0, allow_inf_nan=False, description="persons")
    kbli: str | None = None
    district: str | None = None


class CloseBusiness(_Edit):
    """A business stops: it neither buys nor sells."""

    edit: Literal["close"] = "close"
    business: str


class CapBusiness(_Edit):
    """A business can make no more than a limit."""

    edit: Literal["cap"] = "cap"
    business: str
    output: float = Field(ge=0, allow_inf_nan=False, description="Rp/year")


class ExpandBusiness(_Edit):
    """A business can make more than its capacity up to now."""

    edit: Literal["expand"] = "expand"
    business: str
    output: Money = Field(description="Rp/year at full capacity")


class ChangeDemand(_Edit):
    """Final demand changes for the goods of one business, or for a product whoever makes it."""

    edit: Literal["demand"] = "demand"
    business: str | None = None
    product: str | None = None
    change: float = Field(allow_inf_nan=False, description="Rp/year, negative for less")

    @model_validator(mode="after")
    def _one_of_both(self) -> ChangeDemand:
        if (self.business is None) == (self.product is None):
            msg = "name either `business` or `product`"
            raise ValueError(msg)
        return self


class BelieveClaim(_Edit):
    """Another of the conflicting reports is believed."""

    edit: Literal["believe"] = "believe"
    business: str
    field: str
    source: str
    value: float | None = Field(default=None, description="Tells apart two claims of one source")


class RestatePartnership(_Edit):
    """Another figure for an existing partnership is believed; nobody trades differently for it."""

    edit: Literal["restate"] = "restate"
    supplier: str
    buyer: str
    product: str | None = None
    value: Money
    source: str = Field(default="", description="Who says so")


Edit = Annotated[
    AddPartnership
    | ResizePartnership
    | EndPartnership
    | AddBusiness
    | CloseBusiness
    | ExpandBusiness
    | CapBusiness
    | ChangeDemand
    | BelieveClaim
    | RestatePartnership,
    Field(discriminator="edit"),
]


class Scenario(BaseModel):
    """What would be different, by name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    name: str = Field(min_length=1, max_length=120)
    description: str = ""
    edits: tuple[Edit, ...] = ()

    def plus(self, *edits: Edit) -> Scenario:
        """Return the scenario with further edits at its end."""
        return self.model_copy(update={"edits": (*self.edits, *edits)})

    def without_last(self) -> Scenario:
        """Return the scenario before its last edit."""
        return self.model_copy(update={"edits": self.edits[:-1]})
