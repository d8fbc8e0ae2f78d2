"""The tables of the store; the migrations make the same ones, which a test checks.

Text that holds JSON is kept to the letter, so that its hash is the same in every database. Times
are ISO 8601 in UTC. An audit entry is written once and never changed.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Table(DeclarativeBase):
    """All tables, with constraint names that do not depend on the database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class AuditRow(Table):
    """One write: who, when, what; `hash` covers the row and the hash of the row before it."""

    __tablename__ = "audit"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    who: Mapped[str]
    operation: Mapped[str]
    scenario: Mapped[str] = mapped_column(index=True)
    revision: Mapped[int]
    digest: Mapped[str]
    previous: Mapped[str]
    hash: Mapped[str]


class HeadRow(Table):
    """The single row that says where the audit ends; every write locks it first."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]
    hash: Mapped[str]


class ScenarioRow(Table):
    """A saved scenario: which revision it stands at, and the audit entry of its last change."""

    __tablename__ = "scenarios"

    id: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[int]
    archived: Mapped[bool] = mapped_column(default=False)
    changed: Mapped[int] = mapped_column(ForeignKey("audit.number"))


class RevisionRow(Table):
    """One state of a scenario, kept for ever; `parent` is what undo goes back to."""

    __tablename__ = "revisions"

    scenario: Mapped[str] = mapped_column(ForeignKey("scenarios.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    parent: Mapped[int | None]
    content: Mapped[str]
    origin: Mapped[str]
    made: Mapped[int] = mapped_column(ForeignKey("audit.number"))
