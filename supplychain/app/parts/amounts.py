"""Amounts that a user types: money in million rupiah, or goods in their own unit."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from supplychain.app import controls, messages, state
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, unit_words
from supplychain.views.edits import amount as said
from supplychain.views.edits import money

MILLION = 1e6
TONNE = 1000.0
BY = Words(en="Given in", id="Diisi dalam")
MONEY = Words(en="Million rupiah", id="Juta rupiah")
PRICE = Words(
    en="{amount} a year, at {price} a {unit}.",
    id="{amount} per tahun, dengan harga {price} per {unit}.",
)
PLAIN = Words(en="{amount} a year.", id="{amount} per tahun.")
TONNES = Words(en="tonnes", id="ton")
A_YEAR = Words(en="{what} ({unit} a year)", id="{what} ({unit} per tahun)")
_TYPED = "typed"


@dataclass(frozen=True)
class Asked:
    """What is typed: its name in the session, what to call it, and where it begins."""

    name: str
    words: Words
    money: float
    least: float = 0.0


def amount(network: SupplyNetwork, product: str | None, asked: Asked, language: Language) -> float:
    """Draw a field for an amount a year and return it in Rp/year.

    Parameters
    ----------
    product
        What the amount is of; one with a price may be given in its own unit too.
    asked
        `money` is the amount to begin with, Rp/year.
    """
    price = float(network.products["price"].get(product, 0.0) or 0.0) if product else 0.0
    unit = network.unit_of(str(product)) if product else ""
    scale, called = (TONNE, TONNES) if unit == "kg" else (1.0, unit_words(unit))
    by = "money"
    if price > 0:
        offered = {"volume": _capital(called), "money": MONEY}
        by = controls.pick(f"{asked.name}-dalam", BY, offered, language)
    per = price * scale if by == "volume" else MILLION
    words = A_YEAR.fill(what=asked.words, unit=called if by == "volume" else MONEY)
    typed = figure(
        f"{asked.name}-{product or ''}-{by}",
        words,
        asked.money / per,
        language,
        least=asked.least / per,
    )
    value = typed * per
    st.caption(_told(network, product, value, price, language))
    return value


def _told(
    network: SupplyNetwork, product: str | None, value: float, price: float, language: Language
) -> str:
    """Say an amount in all its units, and at what price."""
    words = (PRICE if price > 0 else PLAIN).fill(
        amount=said(network, product, value),
        price=money(price),
        unit=unit_words(network.unit_of(str(product)) if product else ""),
    )
    return messages.plain(words(language))


def figure(
    name: str,
    words: Words,
    begin: float,
    language: Language,
    *,
    least: float = 0.0,
    most: float | None = None,
) -> float:
    """Draw a field for a number and return it; what was typed stays for the session."""
    typed: dict[str, float] = st.session_state.setdefault(_TYPED, {})
    known = typed.get(name, float(f"{begin:.4g}"))
    value = st.number_input(
        words(language),
        min_value=least,
        max_value=most,
        value=max(known, least),
        step=None if not known else float(f"{max(abs(known) / 10, 0.01):.1g}"),
        format="%g",
        key=state.key(name, language),
    )
    typed[name] = float(value or 0.0)
    return typed[name]


def text(name: str, words: Words, language: Language, *, most: int = 120) -> str:
    """Draw a field for a short text and return it trimmed; it stays for the session."""
    typed: dict[str, str] = st.session_state.setdefault(f"{_TYPED}-texts", {})
    value = st.text_input(
        words(language), value=typed.get(name, ""), max_chars=most, key=state.key(name, language)
    )
    typed[name] = (value or "").strip()
    return typed[name]


def _capital(words: Words) -> Words:
    return Words(en=words.en[:1].upper() + words.en[1:], id=words.id[:1].upper() + words.id[1:])
