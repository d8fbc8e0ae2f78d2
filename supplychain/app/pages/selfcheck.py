"""Worked examples of the literature, computed live."""

from __future__ import annotations

import streamlit as st

from supplychain.app import blocks
from supplychain.app.catalogue import page
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.metrics import selfcheck

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


@page(
    title=Words(en="Self-check", id="Uji mandiri"),
    lead=Words(
        en="Published and hand-made examples, computed now by the same program as every figure.",
        id="Contoh terbitan dan hitungan tangan, dihitung sekarang oleh program yang sama.",
    ),
    icon=":material/fact_check:",
    place=90,
)
def self_check(_network: SupplyNetwork, language: Language) -> None:
    """Compute every worked example and hold it against what is printed."""
    checks = selfcheck.worked_examples()
    failed = sum(not check.passed for check in checks)
    words = (SOME if failed else ALL).fill(count=len(checks), failed=failed)
    show, icon = (st.error, "error") if failed else (st.success, "task_alt")
    show(words(language), icon=f":material/{icon}:")
    st.html(blocks.checks(checks, language))
