"""Files made by hand, and what became of reading them."""

import io
import re
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from supplychain import SupplyNetwork
from supplychain.core.errors import DataError, ReadingError
from supplychain.core.findings import Finding

LIBRARY_WORDS = re.compile(
    r"traceback|pandas|pandera|numpy|calamine|openpyxl|pyarrow|networkx|expat|zipfile|utf-8' codec"
    r"|keyerror|valueerror|typeerror|indexerror|unicode\w*error|parseerror|exception|\bnan\b"
    r"|0x[0-9a-f]{6}|\.py\b|/tmp/|site-packages|supplychain-",
    re.IGNORECASE,
)
NOT_XML = re.compile("[\x00-\x1f\x7f]|_(?=x[0-9A-Fa-f]{4}_)")
"""What a workbook writes as `_xHHHH_`."""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@dataclass(frozen=True)
class Outcome:
    """Network or error, and every finding."""

    network: SupplyNetwork | None
    findings: tuple[Finding, ...]
    error: Exception | None = None

    @property
    def verdict(self) -> str:
        """What a user sees: refuse, tell, or read without a word of doubt."""
        if self.error is not None:
            return "refuse"
        doubts = [f for f in self.findings if f.severity != "info" or f.code.startswith(_TELLING)]
        return "tell" if doubts else "read"

    def say(self, language: str) -> str:
        """Everything that is said in one language."""
        texts = [finding.text(language) for finding in self.findings]
        error = [] if self.error is None else [self.error.words(language)]
        return "\n".join([*texts, *error])

    @property
    def codes(self) -> set[str]:
        """Codes of all findings."""
        return {finding.code for finding in self.findings}


_TELLING = ("text.", "codes.", "header.", "workbook.", "tables.", "upload.")


def outcome(files: dict[str, bytes] | bytes, name: str = "kemitraan.csv") -> Outcome:
    """Read files as a user would: one file, or several as a folder."""
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room, "data")
        folder.mkdir()
        given = {name: files} if isinstance(files, bytes) else files
        for title, content in given.items():
            (folder / title).write_bytes(content)
        path = folder / name if isinstance(files, bytes) else folder
        try:
            network = SupplyNetwork.read(path)
        except (ReadingError, DataError) as error:
            return Outcome(None, tuple(error.findings), error)
        return Outcome(network, network.findings)


def packed(parts: dict[str, str | bytes], *, stored: bool = False) -> bytes:
    """Pack parts into a zip file."""
    content = io.BytesIO()
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(content, "w", method) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return content.getvalue()


def cell(address: str, value: str, kind: str = "inlineStr", *, formula: str = "", style: int = 0):
    """Write one cell; numbers have the kind `n`."""
    written = f"<f>{escape(formula)}</f>" if formula else ""
    if kind == "inlineStr":
        kept = NOT_XML.sub(lambda match: f"_x{ord(match[0]):04X}_", value)
        return f'<c r="{address}" t="inlineStr"><is><t>{escape(kept)}</t></is></c>'
    stored = f"<v>{escape(value)}</v>" if value else ""
    return f'<c r="{address}" t="{kind}" s="{style}">{written}{stored}</c>'


def rows(*lines: list[str | float]) -> str:
    """Write rows of texts and numbers from A1 on."""
    written = []
    for number, line in enumerate(lines, start=1):
        cells = [
            cell(
                f"{'ABCDEFGHIJ'[at]}{number}",
                str(value),
                "inlineStr" if isinstance(value, str) else "n",
            )
            for at, value in enumerate(line)
        ]
        written.append(f'<row r="{number}">{"".join(cells)}</row>')
    return "".join(written)


def sheet(body: str, extra: str = "") -> str:
    """Write the part of one sheet."""
    return f'<worksheet xmlns="{SHEET}"><sheetData>{body}</sheetData>{extra}</worksheet>'


def workbook(sheets: dict[str, str], **parts: str | bytes) -> bytes:
    """Pack sheets (their parts by name) into a workbook; further parts by path, `__` for `/`."""
    named = "".join(
        f'<sheet name="{escape(name)}" sheetId="{at}" r:id="rId{at}"/>'
        for at, name in enumerate(sheets, start=1)
    )
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    for at, kind in enumerate(("sharedStrings", "styles"), start=100):
        if f"xl__{kind}.xml" in parts:
            links += f'<Relationship Id="rId{at}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}">'
            f"<sheets>{named}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}'
            "</Relationships>",
            **{f"xl/worksheets/sheet{at}.xml": part for at, part in enumerate(sheets.values(), 1)},
            **{name.replace("__", "/"): part for name, part in parts.items()},
        }
    )


def single(body: str, extra: str = "", **parts: str | bytes) -> bytes:
    """Pack one sheet into a workbook."""
    return workbook({"Sheet1": sheet(body, extra)}, **parts)
