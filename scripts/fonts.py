# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools[woff]==4.68.0"]
# ///
"""Cut the fonts of pictures and papers from Streamlit's Source Sans: ``uv run scripts/fonts.py``.

Papers must look alike on machines without the app's font, so two weights of it are kept in the
package, with the signs of Latin scripts only. The Open Font Licence asks that a changed font is not
called "Source": ours is named after what it draws.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "supplychain" / "views" / "pictures" / "fonts"
FAMILY = "Sentra Sans"
WEIGHTS = {"Regular": 400, "SemiBold": 600}
SIGNS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(ord(sign) for sign in "‐‑‒–—‘’‚“”„†‡•…‰‹›€₀₁₂₃₄₅₆₇₈₉→←↑↓−×÷±≈≠≤≥∑ΔΣαβλπ"),
]


def main(source: Path) -> None:
    """Write both weights, as TrueType for the renderers and as WOFF2 to put into SVG."""
    for style, weight in WEIGHTS.items():
        font = instantiateVariableFont(TTFont(source), {"wght": weight}, inplace=False)
        subsetter = Subsetter(Options(layout_features=["kern", "liga", "tnum", "mark", "mkmk"]))
        subsetter.populate(unicodes=SIGNS)
        subsetter.subset(font)
        rename(font, style, weight)
        path = FOLDER / f"SentraSans-{style}.ttf"
        font.flavor = None
        font.save(path)
        font.flavor = "woff2"
        font.save(path.with_suffix(".woff2"))


def rename(font: TTFont, style: str, weight: int) -> None:
    """Give a font the family's name, and keep its copyright and licence."""
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in {0, 8, 9, 11, 13, 14}]
    told = {1: f"{FAMILY} {style}", 2: "Regular", 3: f"{FAMILY} {style}", 4: f"{FAMILY} {style}"}
    told |= {6: f"SentraSans-{style}", 16: FAMILY, 17: style}
    if style == "Regular":
        told |= {1: FAMILY}
    for place, text in told.items():
        names.setName(text, place, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight


if __name__ == "__main__":
    main(Path(sys.argv[1]))
