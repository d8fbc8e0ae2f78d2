"""Worked examples of the literature, computed live."""

from __future__ import annotations

import streamlit as st

from supplychain.app import blocks, cache
from supplychain.app.catalogue import page
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words, number
from supplychain.metrics import economy, selfcheck

ALL = Words(
    en="All {count} worked examples are met to the last printed digit.",
    id="Semua {count} contoh hitungan sesuai sampai angka terakhir yang tercetak.",
)
SOME = Words(
    en="{failed} of {count} worked examples are missed. Do not rely on the figures of this program "
    "before that is mended.",
    id="{failed} dari {count} contoh hitungan tidak sesuai. Jangan gunakan angka program ini "
    "sebelum diperbaiki.",
)


EXACT = Words(
    en="Open data: the multipliers meet their equations to {residual} of their size; an error in "
    "the data grows at most {condition} times.",
    id="Data yang dibuka: pengganda memenuhi persamaannya sampai {residual} dari ukurannya; galat "
    "pada data membesar paling banyak {condition} kali.",
)


@page(
    title=Words(en="Self-check", id="Uji mandiri"),
    lead=Words(
        en="Published and hand-made examples, computed now by the same program as every figure.",
        id="Contoh terbitan dan hitungan tangan, dihitung sekarang oleh program yang sama.",
    ),
    icon=":material/fact_check:",
    place=90,
)
def self_check(network: SupplyNetwork, language: Language) -> None:
    """Compute every worked example and hold it against what is printed."""
    checks = selfcheck.worked_examples()
    failed = sum(not check.passed for check in checks)
    words = (SOME if failed else ALL).fill(count=len(checks), failed=failed)
    show, icon = (st.error, "error") if failed else (st.success, "task_alt")
    show(words(language), icon=f":material/{icon}:")
    exact = cache.result(network, economy.certificate, {})
    size = blocks.scientific(exact.residual, language)
    grown = number(exact.condition, language, digits=1)
    st.caption(EXACT.fill(residual=size, condition=grown)(language))
    st.html(blocks.checks(checks, language))
