"""Holds a table against its schema: types first, then every row at once (pandera)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from supplychain.core.columns import Column, Table
from supplychain.core.findings import Finding, listed
from supplychain.core.schema import TABLES
from supplychain.core.words import Words, same

Place = Callable[[str, Sequence[int]], Words]
"""Says where the cells of a column stand, from the rows' positions, counted from 0."""


def conform(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    """Give a frame all columns of a table, in order, with their types and defaults.

    Numbers that are not numbers become gaps only if they were gaps; anything else raises ValueError
    in pandas, so readers convert text first.
    """
    columns = {}
    for column in table.columns:
        given = frame.get(column.name)
        columns[column.name] = _typed(column, given, frame.index)
    return pd.DataFrame(columns, index=frame.index)


def _typed(column: Column, given: pd.Series | None, index: pd.Index) -> pd.Series:
    if given is None:
        given = pd.Series(float("nan"), index=index)
    typed = given.astype("float64") if column.type == "number" else given.astype("str")
    return typed.fillna(column.default) if column.default is not None else typed


def check(table: Table, frame: pd.DataFrame, place: Place | None = None) -> list[Finding]:
    """Hold a conforming frame against its table.

    A reader names the lines of its file by `place`; without it rows count from 1 below the header.
    """
    if frame.empty:
        return []
    try:
        _MODELS[table.name].validate(frame.reset_index(drop=True), lazy=True)
    except SchemaErrors as report:
        return _findings(table, report.failure_cases, place or _rows_of(table))
    return []


def _rows_of(table: Table) -> Place:
    def place(column: str, rows: Sequence[int]) -> Words:
        return Words(
            en="{table}, column {column}, row {rows}", id="{table}, kolom {column}, baris {rows}"
        ).fill(table=table.title, column=same(column), rows=listed(row + 1 for row in rows))

    return place


def _model(table: Table) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(
        {
            column.name: pa.Column(
                float if column.type == "number" else None,
                _checks(column),
                nullable=not column.required,
                unique=column.name == table.key,
                description=column.meaning.en,
            )
            for column in table.columns
            if column.required or _checks(column)  # the rest holds whatever it holds
        }
    )


def _checks(column: Column) -> list[pa.Check]:
    checks = []
    if column.type == "number":
        checks.append(pa.Check.le(1e300, error="finite"))
        checks.append(pa.Check.ge(-1e300 if column.least is None else column.least, error="least"))
    if column.most is not None:
        checks.append(pa.Check.le(column.most, error="most"))
    if column.codes:
        checks.append(pa.Check.isin(list(column.codes), error="codes"))
    if column.required:
        checks.append(pa.Check(lambda text: text.str.strip() != "", error="empty"))
    return checks


_MODELS = {table.name: _model(table) for table in TABLES.values()}

_CAUSES: Mapping[str, Words] = {
    "not_nullable": Words(en="has a gap.", id="kosong."),
    "empty": Words(en="has a gap.", id="kosong."),
    "field_uniqueness": Words(en="is there twice: {values}.", id="ganda: {values}."),
    "finite": Words(
        en="is too large to reckon with: {values}.",
        id="terlalu besar untuk dihitung: {values}.",
    ),
    "least": Words(en="is below {least}: {values}.", id="kurang dari {least}: {values}."),
    "most": Words(en="is above {most}: {values}.", id="lebih dari {most}: {values}."),
    "codes": Words(en="has an unknown code: {values}.", id="berisi kode tak dikenal: {values}."),
}
_REMEDIES: Mapping[str, Words] = {
    "not_nullable": Words(en="Fill it in, or remove the row.", id="Isi, atau hapus barisnya."),
    "empty": Words(en="Fill it in, or remove the row.", id="Isi, atau hapus barisnya."),
    "field_uniqueness": Words(
        en="Keep one row for each.", id="Sisakan satu baris untuk tiap kode."
    ),
    "codes": Words(en="Use one of: {codes}.", id="Gunakan salah satu: {codes}."),
}
_CORRECT = Words(en="Correct the number.", id="Perbaiki angkanya.")


def _findings(table: Table, cases: pd.DataFrame, place: Place) -> list[Finding]:
    grouped = cases.groupby(["column", "check"], sort=False)
    return [
        _finding(table, str(column), str(kind), rows, place) for (column, kind), rows in grouped
    ]


def _finding(table: Table, name: str, kind: str, rows: pd.DataFrame, place: Place) -> Finding:
    column = table.column(name)
    values = listed(dict.fromkeys(rows["failure_case"]))
    where = place(name, rows["index"].dropna().astype(int).tolist())
    known = {
        "values": values,
        "least": column.least,
        "most": column.most,
        "codes": same(", ".join(column.codes or ())),
    }
    cause = _CAUSES.get(kind, Words(en="is wrong: {values}.", id="salah: {values}."))
    remedy = _REMEDIES.get(kind, _CORRECT)
    return Finding(
        f"{table.name}.{name}.{kind}", "error", where, cause.fill(**known), remedy.fill(**known)
    )
