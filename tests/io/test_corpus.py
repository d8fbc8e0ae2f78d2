"""Bad files and good ones in odd clothes: verdict, place, both languages, no jargon, in time."""

import io
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from supplychain.io.limits import LIMITS
from tests.io.files import (
    LIBRARY_WORDS,
    SHEET,
    Outcome,
    cell,
    outcome,
    packed,
    rows,
    sheet,
    single,
    workbook,
)

PATIENCE = 10.0
"""Seconds of processor time; the promise is 5 on a quiet machine."""


@dataclass(frozen=True)
class Case:
    """One file, and what a good program does with it."""

    id: str
    make: Callable[[], bytes | dict[str, bytes]] = field(repr=False)
    verdict: str
    says: tuple[str, ...] = ()
    name: str = "kemitraan.csv"
    check: Callable[[Outcome], bool] = field(default=lambda _: True, repr=False)


def text(content: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    return lambda: content.encode(encoding)


def values(*expected: float) -> Callable[[Outcome], bool]:
    return lambda found: found.network.partnerships["value"].tolist() == list(expected)


def ids(*expected: str) -> Callable[[Outcome], bool]:
    return lambda found: list(found.network.businesses.index) == list(expected)


HEAD = ["supplier", "buyer", "product", "volume", "value"]
PLAIN = "supplier,buyer,product,volume,value\nA,B,tapioca,10,1500\n"
SHARED = (
    f'<sst xmlns="{SHEET}" count="4294967295" uniqueCount="4294967295">'
    + "".join(f"<si><t>{word}</t></si>" for word in ("supplier", "buyer", "value", "A", "B"))
    + "</sst>"
)
ENTITIES = "<!DOCTYPE lolz [<!ENTITY a 'ten chars '>" + "".join(
    f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcd", "bcde", strict=True)
)
FAR = cell("A1048576", "C") + cell("B1048576", "D") + cell("E1048576", "7", "n")
UNSAVED = cell("D3", "", "n", formula="1+1")
DATED = cell("C2", "44958", "n", style=1)
STYLES = (
    f'<styleSheet xmlns="{SHEET}"><cellXfs><xf numFmtId="0"/><xf numFmtId="16"/></cellXfs>'
    "</styleSheet>"
)


def shared(place: int, address: str) -> str:
    return cell(address, str(place), "s")


def without(part: str) -> bytes:
    """Pack a good workbook that lacks one part."""
    good = zipfile.ZipFile(io.BytesIO(single(rows(HEAD, ["A", "B", "t", 1.0, 2.0]))))
    return packed({name: good.read(name) for name in good.namelist() if name != part})


CASES = (
    Case("B01 no bytes", lambda: b"", "refuse", ("empty", "kosong")),
    Case("B02 only BOM", lambda: b"\xef\xbb\xbf", "refuse", ("empty", "kosong")),
    Case("B03 only blank lines", text("\r\n" * 20), "refuse", ("empty", "kosong")),
    Case("B04 header only", text("supplier,buyer\n"), "refuse", ("no business", "Tidak ada usaha")),
    Case(
        "B05 no header",
        text("A,B,tapioca,10,1500\nA,C,tapioca,20,3000\nB,D,flour,1,99\n"),
        "refuse",
        ("line 1", "looks like data", "supplier, buyer", "pemasok"),
    ),
    Case(
        "B06 wrong header",
        text("Nama;Alamat;Telp\nA;Praya;0812\n"),
        "refuse",
        ("line 1", "supplier, buyer", "Nama, Alamat, Telp"),
    ),
    Case("B06b near header", text("supplyer,buyer\nA,B\n"), "refuse", ("supplyer → supplier",)),
    Case(
        "B07 header in Indonesian",
        text("pemasok;pembeli;produk;volume;nilai\nA;B;tapioka;10;1500\n"),
        "read",
        check=values(1500.0),
    ),
    Case(
        "B08 header with spaces, case, NBSP",
        text(" Supplier ,BUYER\u00a0,Nilai (Rp/tahun)\nA,B,1500\n"),
        "read",
        check=values(1500.0),
    ),
    Case(
        "B09 Excel's sep line",
        text("sep=;\nsupplier;buyer;value\nA;B;1,5\n"),
        "read",
        check=values(1.5),
    ),
    Case(
        "B10 semicolon with decimal points",
        text("supplier;buyer;value\nA;B;1500.75\n"),
        "read",
        ("decimal point",),
        check=values(1500.75),
    ),
    Case(
        "B11 comma with quoted decimal comma",
        text('supplier,buyer,value\nA,B,"1.500,75"\n'),
        "read",
        ("decimal comma",),
        check=values(1500.75),
    ),
    Case(
        "B12 Indonesian Excel",
        lambda: b"\xef\xbb\xbfpemasok;pembeli;volume;nilai\r\nA;B;1.500;18.750.000,50\r\n",
        "read",
        ("decimal comma", "koma desimal"),
        check=lambda found: found.network.partnerships["volume"].tolist() == [1500.0],
    ),
    Case(
        "B12b only 1.500 after semicolons",
        text("supplier;buyer;value\nA;B;1.500\n"),
        "tell",
        ("line 2", "'1.500' can be 1.500 or 1500", "dapat berarti"),
        check=values(1500.0),
    ),
    Case(
        "B12c only 1.500 after tabs",
        text("supplier\tbuyer\tvalue\nA\tB\t1.500\n"),
        "refuse",
        ("line 2", "nothing in the file tells"),
    ),
    Case(
        "B13 mixed conventions",
        text('supplier;buyer;value\nA;B;1.500,75\nA;C;"1,500.75"\n'),
        "refuse",
        ("line 3", "line 2", "1.500,75", "1,500.75"),
    ),
    Case("B14 tabs", text("supplier\tbuyer\tvalue\nA\tB\t1500\n"), "read", check=values(1500.0)),
    Case("B15 pipes", text("supplier|buyer|value\nA|B|1500\n"), "read", check=values(1500.0)),
    Case(
        "B16 UTF-16 with mark",
        lambda: b"\xff\xfe" + PLAIN.encode("utf-16-le"),
        "read",
        check=values(1500.0),
    ),
    Case(
        "B17 UTF-16BE with mark",
        lambda: b"\xfe\xff" + PLAIN.encode("utf-16-be"),
        "read",
        check=values(1500.0),
    ),
    Case("B18 UTF-16BE without mark", text(PLAIN, "utf-16-be"), "refuse", ("UTF-16",)),
    Case(
        "B19 Windows-1252",
        text("supplier,buyer,value\nCafé,B,1\n", "cp1252"),
        "tell",
        ("line 2", "Windows-1252"),
        check=ids("Café", "B"),
    ),
    Case(
        "B20 invalid UTF-8 in row 3,000 of 5,000",
        lambda: (
            b"supplier,buyer,value\n"
            + b"".join(
                b"A,B%d%s,1\n" % (row, b"\xff" if row == 3000 else b"") for row in range(2, 5002)
            )
        ),
        "tell",
        ("line 3000", "baris 3000"),
    ),
    Case(
        "B20b one broken letter among good UTF-8",
        lambda: "supplier,buyer,value\nCafé,B,1\n".encode() + b"A,\xff,1\n",
        "refuse",
        ("line 3",),
    ),
    Case("B21 CR only", text(PLAIN.replace("\n", "\r")), "read", check=values(1500.0)),
    Case(
        "B22 mixed line ends",
        text("supplier,buyer,value\rA,B,1\nA,C,2\r\nA,D,3"),
        "read",
        check=values(1.0, 2.0, 3.0),
    ),
    Case("B24 a megabyte of NULs", lambda: bytes(1_000_000), "refuse", ("no text",)),
    Case(
        "B25 control characters in a name",
        text("supplier,buyer,value\nA\x1b[31m\x07,B,1\n"),
        "tell",
        ("line 2", "control characters", "kendali"),
        check=ids("A[31m", "B"),
    ),
    Case(
        "B25b right-to-left override",
        text("supplier,buyer,value\nA\u202egpj,B,1\n"),
        "tell",
        ("line 2",),
        check=ids("Agpj", "B"),
    ),
    Case(
        "B26 names that look like gaps",
        text("supplier,buyer,value\nNA,None,1\nnull,NaN,2\nN/A,nil,3\n"),
        "read",
        check=ids("NA", "None", "null", "NaN", "N/A", "nil"),
    ),
    Case(
        "B27 line break in a quoted name",
        text('supplier,buyer,value\n"PT\nA",B,1\nA,C,2\n'),
        "tell",
        ("line 2", "Line breaks", "Ganti baris"),
        check=ids("PT A", "B", "A", "C"),
    ),
    Case(
        "B28 row longer than the header",
        text("supplier,buyer,value\nA,B,1\nA,C,1,5\n"),
        "refuse",
        ("line 3", "more cells"),
    ),
    Case(
        "B29 row shorter than the header",
        text("supplier,buyer,value\nA,B,1\nA,C\n"),
        "tell",
        ("line 3", "fewer cells"),
    ),
    Case(
        "B30 quote never closed",
        text('supplier,buyer,value\nA,B,1\n"A,C,2\nA,D,3\n'),
        "refuse",
        ("line 3", "quotation mark"),
    ),
    Case(
        "B31 two columns that mean the same",
        text("supplier,pemasok,buyer\nA,A,B\n"),
        "refuse",
        ("line 1", "supplier, pemasok"),
    ),
    Case(
        "B32 5,000 columns",
        text(",".join(f"c{at}" for at in range(5000)) + "\n"),
        "refuse",
        ("columns", "line 1"),
    ),
    Case(
        "B33 2,000,000 short rows",
        lambda: b"supplier,buyer,value\n" + b"A,B,1\n" * 2_000_000,
        "refuse",
        (str(LIMITS.rows), "rows"),
    ),
    Case(
        "B34 a cell of 100,000 letters",
        text(f"supplier,buyer,value\n{'A' * 100_000},B,1\n"),
        "refuse",
        ("line 2", "characters"),
    ),
    Case(
        "B34b a cell of 200,000 letters",
        text(f"supplier,buyer,value\n{'A' * 200_000},B,1\n"),
        "refuse",
        ("line 2", "characters"),
    ),
    Case(
        "B35 ids to the letter",
        text("supplier,buyer,value\n01111,9007199254740993,1\n1111,9007199254740992,2\n"),
        "read",
        check=ids("01111", "9007199254740993", "1111", "9007199254740992"),
    ),
    Case(
        "B36 no number",
        text("supplier,buyer,value\nA,B,18 ton\nA,C,lima\n"),
        "refuse",
        ("line 2, 3", "18 ton, lima", "column value"),
    ),
    Case(
        "B37 dashes and n/a for unknown",
        text("supplier,buyer,value,volume\nA,B,-,1\nA,C,n/a,2\n"),
        "tell",
        ("line 2, 3", "not known", "tidak diketahui"),
    ),
    Case(
        "B38 old .xls",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1500),
        "refuse",
        (".xlsx",),
        name="data.xls",
    ),
    Case(
        "B38b damaged OLE2 header named .xlsx",
        lambda: b"\xd0\xcf\x11\xe0" + b"\xff" * 1500,
        "refuse",
        (".xlsx",),
        name="data.xlsx",
    ),
    Case(
        "B39 HTML named .xls",
        lambda: b"<html><table><tr><td>1</td></tr></table>",
        "refuse",
        ("something else",),
        name="data.xls",
    ),
    Case(
        "B40 .xlsm with macro",
        lambda: single(rows(HEAD, ["A", "B", "t", 1.0, 2.0]), **{"xl__vbaProject.bin": b"MZ"}),
        "tell",
        ("macros", "makro"),
        name="data.xlsm",
        check=values(2.0),
    ),
    Case(
        "B41 .ods",
        lambda: packed({"mimetype": "application/vnd.oasis", "content.xml": "<x/>"}),
        "refuse",
        (".xlsx", "OpenDocument"),
        name="data.ods",
    ),
    Case(
        "B42 workbook cut in the middle",
        lambda: single(rows(HEAD, ["A", "B", "t", 1.0, 2.0]))[:400],
        "refuse",
        ("damaged", "rusak"),
        name="data.xlsx",
    ),
    Case(
        "B43 workbook without its sheet",
        lambda: without("xl/worksheets/sheet1.xml"),
        "refuse",
        ("damaged",),
        name="data.xlsx",
    ),
    Case(
        "B44 far cell XFD1048576",
        lambda: single(
            rows(HEAD, ["A", "B", "t", 1.0, 2.0])
            + f'<row r="1048576">{cell("XFD1048576", "x")}</row>'
        ),
        "refuse",
        ("cell XFD1048576", "sel XFD1048576"),
        name="data.xlsx",
    ),
    Case(
        "B45 far cell A1048576 only",
        lambda: single(rows(HEAD, ["A", "B", "t", 1.0, 2.0]) + f'<row r="1048576">{FAR}</row>'),
        "read",
        name="data.xlsx",
        check=ids("A", "B", "C", "D"),
    ),
    Case(
        "B46 column out of the grid",
        lambda: single(f'<row r="1">{cell("ZZZZZZ1", "x")}</row>'),
        "refuse",
        ("ZZZZZZ1",),
        name="data.xlsx",
    ),
    Case(
        "B46b row out of the grid",
        lambda: single(f'<row r="99999999999">{cell("A99999999999", "x")}</row>'),
        "refuse",
        ("99999999999",),
        name="data.xlsx",
    ),
    Case(
        "B47 cells out of order",
        lambda: single(f'<row r="1">{cell("B1", "x")}{cell("A1", "y")}</row>'),
        "refuse",
        ("damaged",),
        name="data.xlsx",
    ),
    Case(
        "B48 formula without a stored result",
        lambda: single(
            rows([*HEAD[:3], "value"], ["A", "B", "t", 1.0])
            + f'<row r="3">{cell("A3", "A")}{cell("B3", "C")}{UNSAVED}</row>'
        ),
        "tell",
        ("cell D3", "formula", "rumus"),
        name="data.xlsx",
    ),
    Case(
        "B49 formula that failed",
        lambda: single(
            rows(HEAD[:2]) + f'<row r="2">{cell("A2", "A")}{cell("B2", "#REF!", "e")}</row>'
        ),
        "refuse",
        ("cell B2",),
        name="data.xlsx",
    ),
    Case(
        "B50 false count of shared texts",
        lambda: single(
            f'<row r="1">{shared(0, "A1")}{shared(1, "B1")}{shared(2, "C1")}</row>'
            f'<row r="2">{shared(3, "A2")}{shared(4, "B2")}{cell("C2", "1500", "n")}</row>',
            **{"xl__sharedStrings.xml": SHARED},
        ),
        "read",
        name="data.xlsx",
        check=values(1500.0),
    ),
    Case(
        "B50b shared text that is not there",
        lambda: single(f'<row r="1">{shared(99, "A1")}</row>', **{"xl__sharedStrings.xml": SHARED}),
        "refuse",
        ("damaged",),
        name="data.xlsx",
    ),
    Case(
        "B51 100,000 parts",
        lambda: packed({f"p{at}": "" for at in range(100_000)}, stored=True),
        "refuse",
        ("parts",),
        name="data.xlsx",
    ),
    Case(
        "B51b part outside",
        lambda: packed({"xl/w.xml": "<w/>", "../../evil.xml": "x"}),
        "refuse",
        ("outside",),
        name="data.xlsx",
    ),
    Case(
        "B51c archive inside",
        lambda: packed({"xl/workbook.xml": "<w/>", "more.zip": packed({"a": "b"})}),
        "refuse",
        ("archive",),
        name="data.xlsx",
    ),
    Case(
        "B52 zip bomb",
        lambda: packed({"xl/workbook.xml": "<w/>", "xl/b.xml": bytes(60_000_000)}),
        "refuse",
        ("100 times",),
        name="data.xlsx",
    ),
    Case(
        "B52b larger than allowed once unpacked",
        lambda: packed({"a": bytes(60_000_000), "b": bytes(60_000_000)}),
        "refuse",
        ("100 MB",),
        name="data.xlsx",
    ),
    Case(
        "B53 document type in a sheet",
        lambda: workbook({"kemitraan": "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>"}),
        "refuse",
        ("DOCTYPE",),
        name="data.xlsx",
    ),
    Case(
        "B54 nested entities in a sheet",
        lambda: workbook({"kemitraan": f"{ENTITIES}]><worksheet>&e;</worksheet>"}),
        "refuse",
        ("DOCTYPE",),
        name="data.xlsx",
    ),
    Case(
        "B54b nested entities in GraphML",
        text(f"{ENTITIES}]><graphml>&e;</graphml>"),
        "refuse",
        ("DOCTYPE",),
        name="data.graphml",
    ),
    Case(
        "B54c GEXF cut short",
        text("<gexf><graph><nodes>"),
        "refuse",
        ("line 1", "damaged"),
        name="data.gexf",
    ),
    Case(
        "B54d GraphML without edges",
        text("<graphml><graph><node id='a'/></graph></graphml>"),
        "refuse",
        ("no edge",),
        name="data.graphml",
    ),
    Case(
        "B55 strange encoding declared",
        lambda: b"<?xml version='1.0' encoding='utf-7'?><graphml/>",
        "refuse",
        ("line 1",),
        name="data.graphml",
    ),
    Case("B56 picture named .csv", lambda: b"\x89PNG\r\n\x1a\n", "refuse", ("picture", "gambar")),
    Case("B56b workbook named .csv", lambda: packed({"a": "b"}), "refuse", ("workbook",)),
    Case(
        "B57 unknown format", text("{}"), "refuse", ("not known", "tidak dikenal"), name="data.yaml"
    ),
    Case(
        "B57b JSON of something else",
        text("{}"),
        "refuse",
        ("holds no network", "bukan jaringan"),
        name="data.json",
    ),
    Case(
        "B58 codes turned by Excel",
        text("supplier,buyer,value\n01-Feb,1E+15,1\n44927,B,2\n"),
        "tell",
        ("line 2", "01-Feb", "1E+15", "44927"),
        check=ids("01-Feb", "1E+15", "44927", "B"),
    ),
    Case(
        "B58b codes turned by Excel, in a workbook",
        lambda: single(
            rows(HEAD[:2])
            + f'<row r="2">{cell("A2", "44958", "n", style=1)}{cell("B2", "1E+15", "n")}</row>'
            + f'<row r="3">{cell("A3", "A")}{cell("B3", "44927", "n")}</row>',
            **{"xl__styles.xml": STYLES},
        ),
        "tell",
        ("cell A2", "2023-02-01", "cell B2", "cell B3", "44927"),
        name="data.xlsx",
    ),
    Case(
        "B58d sixteen digits kept as a number",
        lambda: single(
            rows(HEAD[:2])
            + f'<row r="2">{cell("A2", "5202031234560000", "n")}{cell("B2", "B")}</row>'
        ),
        "tell",
        ("cell A2", "digits may be lost", "5202031234560000"),
        name="data.xlsx",
        check=ids("5202031234560000", "B"),
    ),
    Case(
        "B58c a number shown as a date",
        lambda: single(
            rows([*HEAD[:2], "value"])
            + f'<row r="2">{cell("A2", "A")}{cell("B2", "B")}{DATED}</row>',
            **{"xl__styles.xml": STYLES},
        ),
        "refuse",
        ("cell C2", "2023-02-01"),
        name="data.xlsx",
    ),
    Case(
        "B59 text that only a guess makes a number, in a workbook",
        lambda: single(rows([*HEAD[:2], "value"], ["A", "B", "1.500"])),
        "refuse",
        ("cell C2", "1500"),
        name="data.xlsx",
    ),
    Case(
        "B60 merged cells",
        lambda: single(
            rows(HEAD[:2], ["A", "B"], ["", "C"]),
            extra='<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
        ),
        "refuse",
        ("cell A3", "gap"),
        name="data.xlsx",
    ),
    Case(
        "B61 duplicate ids",
        lambda: {"usaha.csv": b"kode,nama\nA,x\nB,y\nA,z\n", "kemitraan.csv": PLAIN.encode()},
        "refuse",
        ("usaha.csv, line 2, 4", "column kode", "A"),
    ),
    Case(
        "B62 negative value",
        text("pemasok;pembeli;nilai\nA;B;-5\n"),
        "refuse",
        ("line 2", "column nilai", "below 0"),
    ),
    Case(
        "B63 unknown code",
        text("supplier,buyer,relation\nA,B,sells\n"),
        "refuse",
        ("line 2", "sells", "supplies"),
    ),
    Case(
        "B63b codes in words",
        text(
            "pemasok,pembeli,nilai,hubungan,keadaan\nA,B,5,Memasok,Berjalan\nA,C,,menampung,active\n"
        ),
        "read",
        check=lambda found: (
            found.network.partnerships["relation"].tolist() == ["supplies", "hosts"]
        ),
    ),
    Case(
        "B63c partnership without a value",
        text("supplier,buyer,value\nA,B,1\nA,C,\n"),
        "tell",
        ("row 2", "count as zero", "dihitung nol"),
    ),
    Case(
        "B64 more digits than a number keeps",
        text("supplier,buyer,value\nA,B,9007199254740993\n"),
        "tell",
        ("line 2", "9007199254740993"),
    ),
    Case(
        "B65 values near the largest",
        text("supplier,buyer,value\n" + "".join(f"A,B{at},1e308\n" for at in range(5))),
        "refuse",
        ("too large", "terlalu besar", "line 2, 3, 4"),
    ),
    Case(
        "B65b beyond the largest",
        text("supplier,buyer,value\nA,B,1e999\n"),
        "refuse",
        ("too large", "line 2"),
    ),
    Case(
        "B66 infinity",
        text("supplier,buyer,value\nA,B,inf\n"),
        "refuse",
        ("line 2", "no number"),
    ),
    Case(
        "B67 names that differ by a space or case",
        text("supplier,buyer,value\nPT A,B,1\nPT\u00a0a,B,2\n"),
        "tell",
        ("kept apart", "tetap dipisah"),
        check=ids("PT A", "B", "PT\u00a0a"),
    ),
    Case(
        "B67b spaces around a name",
        text('supplier,buyer,value\n" A ",B,1\nA,C,2\n'),
        "tell",
        ("line 2", "Spaces around"),
        check=ids("A", "B", "C"),
    ),
    Case(
        "B68 buyer not listed, firm without trade",
        lambda: {
            "businesses.csv": b"id,name\nsentra-a,Sentra\nalone,Alone\n",
            "partnerships.csv": b"supplier,buyer,value\nsentra-a,bakso-b,1\nsentra-aa,bakso-b,2\n",
        },
        "tell",
        ("line 2, 3", "bakso-b", "sentra-aa → sentra-a", "no partnership"),
        check=lambda found: {"alone", "bakso-b"} <= set(found.network.businesses.index),
    ),
    Case(
        "B69 folder without partnerships",
        lambda: {"usaha.csv": b"kode\nA\n", "catatan.csv": b"x\n1\n"},
        "refuse",
        ("no table of partnerships", "kemitraan"),
    ),
    Case(
        "B70 the same table twice",
        lambda: {"kemitraan.csv": PLAIN.encode(), "partnerships.csv": PLAIN.encode()},
        "refuse",
        ("twice", "ganda"),
    ),
    Case(
        "B71 columns nobody knows",
        text("No,supplier,buyer,value,Alamat\n1,A,B,5,Praya\n"),
        "tell",
        ("No, Alamat", "not read"),
    ),
    Case(
        "B73 titles above the header",
        lambda: single(
            rows(["Daftar kemitraan 2024"], ["", ""], ["pemasok", "pembeli"], ["A", "B"])
        ),
        "tell",
        ("row 1", "not read"),
        name="data.xlsx",
        check=ids("A", "B"),
    ),
    Case(
        "B74 two sheets that may be meant",
        lambda: workbook(
            {"x": sheet(rows(HEAD[:2], ["A", "B"])), "y": sheet(rows(HEAD[:2], ["A", "B"]))}
        ),
        "refuse",
        ("x, y",),
        name="data.xlsx",
    ),
    Case(
        "B75 no Parquet inside",
        lambda: {"partnerships.parquet": b"PAR1 no"},
        "refuse",
        ("partnerships.parquet", "damaged"),
    ),
    Case(
        "B78 archive of tables",
        lambda: packed({"data/kemitraan.csv": PLAIN, "data/metrik/x.csv": "a", ".x.csv": ""}),
        "read",
        name="data.zip",
        check=values(1500.0),
    ),
    Case(
        "B78b archive without tables",
        lambda: packed({"readme.txt": "x", "a.docx": "y"}),
        "refuse",
        ("no table of partnerships", "readme"),
        name="data.zip",
    ),
    Case(
        "B76 name that names markup and braces",
        text('supplier,buyer,value\n"{0}<script>",B,1,\n'),
        "read",
        check=ids("{0}<script>", "B"),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_file_gets_its_verdict(case):
    content = case.make()
    started = time.process_time()
    found = outcome(content, case.name)
    assert time.process_time() - started < PATIENCE
    said = found.say("en") + "\n" + found.say("id")
    assert found.verdict == case.verdict, said
    assert case.check(found), said
    for words in case.says:
        assert words in said
    assert not LIBRARY_WORDS.search(said), said
    for finding in found.findings:
        assert finding.cause.en != finding.cause.id
        assert finding.remedy.en != finding.remedy.id
        assert finding.place.en


@pytest.mark.parametrize("case", CASES[:20], ids=lambda case: case.id)
def test_the_same_file_twice_gives_the_same_verdict(case):
    first, second = (outcome(case.make(), case.name) for _ in range(2))
    assert (first.verdict, first.say("id")) == (second.verdict, second.say("id"))
