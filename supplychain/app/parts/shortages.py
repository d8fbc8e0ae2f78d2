"""What happens when goods run short: bought outside, or rationed, and then who comes first."""

from __future__ import annotations

from typing import Any

from supplychain.app import controls
from supplychain.core.network import SupplyNetwork
from supplychain.core.words import Language, Words
from supplychain.simulate.effects import SHORTAGES
from supplychain.views import partners

SHORT = Words(en="When goods run short", id="Bila barang kurang")
FIRST = Words(en="Whose final sales come first", id="Penjualan akhir siapa yang didahulukan")
NOBODY = Words(en="Nobody in particular", id="Tidak ada yang khusus")


def rule(prefix: str, network: SupplyNetwork, language: Language) -> dict[str, Any]:
    """Draw the choice, and with rationing that of who is served first.

    Parameters
    ----------
    prefix
        Begins the names in the address, where two such choices have to be told apart.

    Returns
    -------
    dict
        `shortage` and `first`, as `working.Asked` takes them.
    """
    offered = {str(code): words for code, words in SHORTAGES.items()}
    shortage = controls.choose(f"{prefix}kurang", SHORT, offered, language)
    if shortage == "outside":
        return {"shortage": shortage}
    makers = partners.makers(network)
    first = controls.several(f"{prefix}dahulu", FIRST, makers, language, nothing=NOBODY)
    return {"shortage": shortage, "first": tuple(first)}
