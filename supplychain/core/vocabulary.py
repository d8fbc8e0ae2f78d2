"""The codes that tables may hold, and how each is said in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from supplychain.core.words import Language, Words

KINDS: Mapping[str, Words] = {
    "supplier": Words(en="Raw-material supplier", id="Pemasok bahan baku"),
    "sentra": Words(en="Sentra", id="Sentra"),
    "ikm": Words(en="Small industry (IKM)", id="IKM pengolah"),
    "market": Words(en="Market", id="Pasar"),
    "institution": Words(en="Institution", id="Lembaga"),
}
RELATIONS: Mapping[str, Words] = {
    "supplies": Words(en="supplies", id="memasok"),
    "hosts": Words(en="hosts", id="menampung"),
    "operates": Words(en="operates", id="mengelola"),
    "owns": Words(en="owns", id="memiliki"),
    "funds": Words(en="funds", id="mendanai"),
}
BASES: Mapping[str, Words] = {
    "reported": Words(en="reported", id="dilaporkan"),
    "estimated": Words(en="estimated", id="diperkirakan"),
    "assumed": Words(en="assumed", id="diasumsikan"),
}
STATUSES: Mapping[str, Words] = {
    "active": Words(en="active", id="berjalan"),
    "planned": Words(en="planned", id="direncanakan"),
    "ended": Words(en="ended", id="berakhir"),
}
YES_NO: Mapping[str, Words] = {
    "yes": Words(en="yes", id="ya"),
    "no": Words(en="no", id="tidak"),
}
INPUT_CLASSES: Mapping[str, Words] = {
    "essential": Words(en="essential", id="pokok"),
    "linear": Words(en="replaceable in part", id="dapat dikurangi"),
    "ignored": Words(en="not needed to produce", id="tidak menentukan produksi"),
}
COMMODITIES: Mapping[str, Words] = {
    "food": Words(en="Food", id="Pangan"),
    "textile": Words(en="Textile", id="Tekstil"),
    "craft": Words(en="Craft", id="Kerajinan"),
    "metal": Words(en="Metal", id="Logam"),
    "jewellery": Words(en="Jewellery", id="Perhiasan"),
    "salt": Words(en="Iodised salt", id="Garam beryodium"),
    "packaging": Words(en="Packaging", id="Kemasan"),
    "farming": Words(en="Farming", id="Pertanian"),
    "trade": Words(en="Trade", id="Perdagangan"),
    "government": Words(en="Government", id="Pemerintahan"),
}
PUBLISHERS: Mapping[str, Words] = {
    "This data set": Words(en="This data set", id="Data ini"),
    "Indonesian press": Words(en="Indonesian press", id="Pers Indonesia"),
    "Academic study": Words(en="Academic study", id="Kajian akademik"),
}
"""Publishers that are no names."""
SCHEMES: Mapping[str, Words] = {
    "inti-plasma": Words(en="nucleus and smallholders", id="inti-plasma"),
    "subkontrak": Words(en="subcontract", id="subkontrak"),
    "waralaba": Words(en="franchise", id="waralaba"),
    "perdagangan-umum": Words(en="general trade", id="perdagangan umum"),
    "distribusi-keagenan": Words(en="distribution and agency", id="distribusi dan keagenan"),
    "rantai-pasok": Words(en="supply chain", id="rantai pasok"),
    "bagi-hasil": Words(en="profit sharing", id="bagi hasil"),
    "kerja-sama-operasional": Words(en="joint operation", id="kerja sama operasional"),
    "usaha-patungan": Words(en="joint venture", id="usaha patungan"),
    "penyumberluaran": Words(en="outsourcing", id="penyumberluaran"),
}


def label(table: Mapping[str, Words], code: object, language: Language) -> str:
    """Say a code in words; a code the table lacks stands for itself.

    Examples
    --------
    >>> label(KINDS, "market", "id"), label(KINDS, "port", "id")
    ('Pasar', 'port')
    """
    words = table.get(str(code))
    return str(code) if words is None else words(language)
