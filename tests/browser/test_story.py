"""A story made in the app is inside the file taken away, and the file opens again in the app."""

import re
from pathlib import Path

from tests.browser.graphs import IN_APP as GRAPH
from tests.browser.graphs import drawn

AIK_DAREK = "sentra-aik-darek"


def _taken(page, folder: Path) -> Path:
    page.get_by_role("button", name="Unduh", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Persis tampilan ini").click()
    path = folder / "graf.html"
    download.value.save_as(path)
    return path


def test_a_story_goes_out_in_a_file_and_comes_back(visit, settle, tmp_path):
    page = visit("jaringan", query={"usaha": AIK_DAREK}, reduced_motion="reduce")
    drawn(page)
    page.get_by_role("button", name=re.compile("Tambahkan tampilan ini")).click()
    page.get_by_label("Judul langkah").fill("Sentra tapioka")
    page.get_by_label("Yang diceritakan").fill("Di sini singkong menjadi tepung.")
    page.get_by_role("button", name="Simpan", exact=True).click()
    settle(page)
    assert page.get_by_text("1. Sentra tapioka").is_visible()
    page.keyboard.press("Escape")
    path = _taken(page, tmp_path)

    again = visit("data", reduced_motion="reduce")
    again.locator("input[type=file]").first.set_input_files(path)
    settle(again)
    again.get_by_role("button", name="Periksa dan buka").click()
    again.get_by_text("sudah dibuka: 386 usaha").wait_for()
    again.get_by_role("link", name="Jaringan", exact=True).first.click()
    settle(again)
    drawn(again)
    assert again.evaluate(f"{GRAPH}.state.business") == AIK_DAREK
    assert again.get_by_text("1. Sentra tapioka").is_visible()


def test_the_example_opens_and_its_steps_are_shown(visit, settle):
    page = visit("jaringan", reduced_motion="reduce")
    drawn(page)
    page.get_by_text("Cerita", exact=True).click()
    page.get_by_role("button", name=re.compile("Buka contoh")).click()
    settle(page)
    assert page.get_by_text("6. Yang digerakkannya").is_visible()
    page.get_by_role("button", name=re.compile("Tampilkan")).nth(1).click()
    page.wait_for_url(re.compile("fokus="))
    settle(page)
    focus = page.evaluate(f"{GRAPH}.state.focus")
    assert focus == {"business": AIK_DAREK, "suppliers": 1, "buyers": 0}
