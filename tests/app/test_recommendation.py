"""Recommendations can be narrowed down, and lead into a simulation."""

import pytest

from tests.app.test_pages import opened, texts


@pytest.mark.parametrize("language", ["id", "en"])
def test_filters_narrow_the_ranking(language):
    test = opened("rekomendasi", "satu", language, produk="tapioca")
    assert not test.exception
    column = "Produk" if language == "id" else "Product"
    assert len(set(test.dataframe[0].value[column])) == 1


def test_the_reason_and_the_risk_of_the_first_row_are_said():
    said = " ".join(texts(opened("rekomendasi", "satu", "id")))
    assert "diperkirakan membeli" in said
    assert "ESRI" in said


def test_no_fit_is_said():
    test = opened("rekomendasi", "satu", "id", produk="cattle")
    assert "Tidak ada kemitraan yang cocok" in " ".join(texts(test))


def test_the_set_has_no_more_than_its_slots():
    test = opened("rekomendasi", "paket", "id", tempat="3.0")
    assert len(test.dataframe[0].value) == 3


def test_a_budget_keeps_the_group_within_it():
    test = opened("rekomendasi", "penopang", "en", dak="5.0")
    assert not test.exception
    assert len(test.table[0].value) <= 3
