"""What the checks have to say about the open data."""

from __future__ import annotations

import streamlit as st

from supplychain.app import blocks, messages
from supplychain.core.findings import SEVERITIES
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words

NONE = Words(
    en="The checks found nothing to remark.", id="Pemeriksaan tidak menemukan catatan apa pun."
)
COUNTED = Words(
    en="The checks passed; {warnings} warning(s) and {notes} note(s) stand beside the data.",
    id="Pemeriksaan lolos; ada {warnings} peringatan dan {notes} catatan.",
)


def remarks(network: SupplyNetwork, language: Language) -> None:
    """List the findings that stand beside the data, the gravest first."""
    counts = {
        severity: sum(finding.severity == severity for finding in network.findings)
        for severity in SEVERITIES
    }
    if not network.findings:
        messages.empty(NONE, language, icon=":material/task_alt:")
        return
    st.markdown(COUNTED.fill(warnings=counts["warning"], notes=counts["info"])(language))
    st.html(blocks.findings(network.findings, language))
