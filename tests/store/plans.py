"""Scenarios for the tests, single ones and a strategy of any."""

import hashlib
import json

from hypothesis import strategies as st

from supplychain.core.scenario import (
    AddPartnership,
    CapBusiness,
    ChangeDemand,
    CloseBusiness,
    EndPartnership,
    ResizePartnership,
    RestatePartnership,
    Scenario,
)
from supplychain.core.words import Words
from supplychain.store import Origin, Store

ORIGIN = Origin("f00d", Words(en="NTB", id="NTB"))
OTHER = Origin("beef", Words(en="My register", id="Register saya"))
CLOSE = CloseBusiness(business="aik-darek")
CAP = CapBusiness(business="ikm-1", output=5e8)
ADD = AddPartnership(supplier="aik-darek", buyer="ikm-1", product="tapioka", value=12e6)
PLAN = Scenario(name="Tapioka Aik Darek", description="Dari 18 ton ke 300 ton setahun.")

ids = st.sampled_from(["a", "b", "c", "usaha-ω", "x y"])
money = st.floats(1e-3, 1e15)
edits = st.one_of(
    st.builds(AddPartnership, supplier=ids, buyer=ids, product=st.none() | ids, value=money),
    st.builds(
        AddPartnership,
        supplier=ids,
        buyer=ids,
        value=money,
        closure=st.just("local"),
        displaces=ids,
    ),
    st.builds(ResizePartnership, supplier=ids, buyer=ids, factor=st.floats(0, 10)),
    st.builds(EndPartnership, supplier=ids, buyer=ids),
    st.builds(RestatePartnership, supplier=ids, buyer=ids, value=money),
    st.builds(CloseBusiness, business=ids),
    st.builds(CapBusiness, business=ids, output=st.floats(0, 1e15)),
    st.builds(ChangeDemand, business=ids, change=st.floats(-1e15, 1e15)),
)
_signs = st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S"), include_characters=" ")
_rest = st.text(_signs, max_size=119).map(str.rstrip)
names = st.builds("{}{}".format, st.sampled_from("TaΩ米"), _rest)
scenarios = st.builds(
    Scenario,
    name=names,
    description=st.text(st.characters(codec="utf-8"), max_size=200),
    edits=st.lists(edits, max_size=6).map(tuple),
)


def state(store: Store) -> str:
    """Hash of everything that a store holds, but for the audit."""
    held = [
        (
            saved.id,
            saved.revision,
            saved.archived,
            [
                (kept.number, kept.parent, kept.scenario.model_dump_json(), kept.origin.fingerprint)
                for kept in store.history(saved.id)
            ],
        )
        for saved in sorted(store.search(archived=None), key=lambda saved: saved.id)
    ]
    return hashlib.sha256(json.dumps(held).encode()).hexdigest()
