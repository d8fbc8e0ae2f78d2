"""From a proposal to a saved scenario, in two browsers, and back out as a file."""

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect


def press(page: Page, name: str, settle) -> None:
    page.get_by_role("button", name=name).first.click()
    settle(page)


def build_example(page: Page, settle) -> None:
    press(page, "Contoh: Aik Darek", settle)
    expect(page.get_by_text("Singkong kurang")).to_be_visible()


def save(page: Page, settle, who: str, name: str | None = None, *, over: bool = False) -> str:
    """Save the draft and return its id, as the address holds it."""
    page.get_by_role("button", name="Simpan", exact=False).first.click()
    form = page.get_by_test_id("stPopoverBody")
    if name is not None:
        form.get_by_label("Nama skenario").fill(name)
    form.get_by_label("Nama Anda").fill(who)
    form.get_by_label("Nama Anda").press("Tab")
    settle(page)
    label = "Simpan perubahan" if over else "Simpan sebagai baru"
    form.get_by_role("button", name=label).click()
    settle(page)
    return parse_qs(urlsplit(page.url).query).get("skenario", [""])[0]


def unfold(page: Page, settle) -> None:
    """Open the form, which folds up once a scenario has a change."""
    page.get_by_text("Tambah perubahan").click()
    settle(page)


def add_closing(page: Page, settle) -> None:
    """Add to the draft that the first business stops."""
    unfold(page, settle)
    page.get_by_role("combobox", name="Apa yang berubah").click()
    page.get_by_role("option", name="Usaha berhenti").click()
    settle(page)
    press(page, "Tambahkan ke skenario", settle)


@pytest.fixture
def saved(visit, settle):
    """A page on which the example was just saved, and the id it got."""
    page = visit("simulasi")
    build_example(page, settle)
    return page, save(page, settle, "Ani")


def test_eighteen_to_three_hundred_tonnes_names_cassava_in_tonnes_and_hectares(visit, settle):
    page = visit("simulasi")
    build_example(page, settle)
    said = page.get_by_text("Singkong kurang").inner_text()
    assert re.search(r"1[.,]25\d? ?(ribu )?ton|1\.253 ton", said)
    assert "104 ha" in said
    expect(page.get_by_text(re.compile("Selang 90%: .* sampai")).first).to_be_visible()


def test_a_draft_survives_a_reload_and_other_pages(visit, settle):
    page = visit("simulasi")
    build_example(page, settle)
    page.reload()
    settle(page)
    expect(page.get_by_text("Singkong kurang")).to_be_visible()
    page.get_by_role("link", name="Metrik").first.click()
    settle(page)
    page.get_by_role("link", name="Simulasi").first.click()
    settle(page)
    expect(page.get_by_text("Singkong kurang")).to_be_visible()


def test_the_address_opens_a_saved_scenario_in_another_browser(saved, visit, settle):
    _, id = saved
    assert re.fullmatch("[2-9a-z]{20}", id)
    other = visit("simulasi", query={"skenario": id})
    expect(other.get_by_text("Singkong kurang")).to_be_visible()
    expect(other.get_by_text("tersimpan", exact=True)).to_be_visible()


def test_compares_undoes_exports_and_imports(saved, visit, settle, tmp_path):
    page, id = saved
    add_closing(page, settle)
    assert save(page, settle, "Ani", "Tanpa Aik Darek", over=True) == id
    page = visit("skenario")
    card = page.locator(f".st-key-saved-{id}")
    expect(card.get_by_text("berhenti beroperasi")).to_be_visible()
    card.get_by_role("button", name="Urungkan").click()
    settle(page)
    expect(card.get_by_text("berhenti beroperasi")).to_have_count(0)
    with page.expect_download() as download:
        card.get_by_role("button", name="Ekspor (JSON)").click()
    file = tmp_path / "skenario.json"
    download.value.save_as(file)
    content = json.loads(file.read_text(encoding="utf-8"))
    assert content["version"] == 1
    content["name"] = "Dari berkas"
    content["edits"][0]["change"] /= 2
    file.write_text(json.dumps(content), encoding="utf-8")
    page.get_by_role("button", name="Impor", exact=False).first.click()
    page.locator("input[type=file]").set_input_files(file)
    settle(page)
    page.get_by_role("button", name="Impor berkas ini").click()
    settle(page)
    expect(page.get_by_text("Dari berkas").first).to_be_visible()
    ids = [
        re.search("st-key-saved-([2-9a-z]{20})", each.get_attribute("class")).group(1)
        for each in page.locator("[class*=st-key-saved-]").all()
    ]
    compared = visit("skenario", query={"bagian": "banding", "bandingkan": ids[0]})
    compared.get_by_role("combobox", name="Skenario, dua atau tiga").click()
    compared.get_by_role("option").first.click()
    settle(compared)
    expect(compared.get_by_text("Perbedaan per usaha")).to_be_visible()
    expect(compared.get_by_text("Nilai tambah (Rp/tahun)").first).to_be_visible()


def test_the_second_to_save_is_told_who_was_first_and_can_merge(saved, visit, settle):
    first, id = saved
    second = visit("simulasi", query={"skenario": id})
    add_closing(second, settle)
    unfold(first, settle)
    first.get_by_role("combobox", name="Apa yang berubah").click()
    first.get_by_role("option", name="Tambah kapasitas").click()
    settle(first)
    press(first, "Tambahkan ke skenario", settle)
    save(first, settle, "Ani", over=True)
    save(second, settle, "Budi", over=True)
    expect(second.get_by_text("Ani mengubah")).to_be_visible()
    press(second, "Gabungkan keduanya", settle)
    expect(second.get_by_text("berhenti beroperasi").first).to_be_visible()
    expect(second.get_by_text("mampu membuat").first).to_be_visible()
    assert save(second, settle, "Budi", over=True) == id
