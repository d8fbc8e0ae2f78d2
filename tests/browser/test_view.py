"""The address of the graph holds all a reader did there, and brings it back in another browser."""

import re

import pytest

from tests.browser.graphs import IN_APP as GRAPH
from tests.browser.graphs import drawn, spot

AIK_DAREK = "sentra-aik-darek"
SEEN = f"""(() => {{
    const {{ state, model, scene }} = {GRAPH};
    const chosen = Object.entries(state.chosen).map(([field, codes]) => [field, [...codes].sort()]);
    const {{ layout, legend }} = model.payload;
    return {{
        chosen: Object.fromEntries(chosen), focus: state.focus, business: state.business,
        moved: state.moved, camera: scene.camera.seen(), visible: state.visible.nodes.size,
        layout, colour: legend.colour.title.id,
    }};
}})()"""
VIEW = f"""(({{ scene }}) => {{
    const {{ x, y }} = scene.network.getViewPosition();
    return [x, y, scene.network.getScale()];
}})({GRAPH})"""


@pytest.fixture
def calm() -> dict[str, object]:
    """A browser in which nothing is animated."""
    return {"reduced_motion": "reduce", "viewport": {"width": 1500, "height": 1000}}


def test_the_address_brings_everything_back_in_another_browser(visit, settle, calm):
    page = visit("jaringan", query={"warna": "commodity"}, **calm)
    drawn(page)
    x, y = spot(page, AIK_DAREK)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 30, steps=5)
    page.mouse.up()
    page.wait_for_url(re.compile("geser="))
    page.locator(".sg-key", has_text="Pasar").click()
    page.wait_for_url(re.compile("jenis="))
    page.mouse.dblclick(*spot(page, AIK_DAREK))
    page.wait_for_url(re.compile("fokus="))
    page.get_by_role("button", name="Tambah satu langkah: Pembeli").click()
    page.wait_for_url(re.compile("langkah="))
    page.get_by_role("button", name="Perbesar").click()
    page.wait_for_url(re.compile("kamera="))
    settle(page)
    here, view = page.evaluate(SEEN), page.evaluate(VIEW)
    assert here["focus"] == {"business": AIK_DAREK, "suppliers": 1, "buyers": 2}
    assert len(page.url) < 400
    query = dict(part.split("=", 1) for part in page.url.split("?")[1].split("&"))
    again = visit("jaringan?" + page.url.split("?")[1] + "&", query={}, **calm)
    drawn(again)
    again.wait_for_timeout(800)  # a view that would wander does so within this time
    assert again.evaluate(SEEN) == here
    assert again.evaluate(VIEW) == pytest.approx(view, rel=2e-3, abs=1)
    assert query["v"] == "2"


def test_an_address_of_the_first_release_filters_the_graph(visit, calm):
    page = visit("jaringan", query={"produk": "tapioca", "usaha": AIK_DAREK, "lang": "en"}, **calm)
    drawn(page)
    assert page.evaluate(SEEN)["chosen"] == {"product": ["tapioca"]}
    assert page.get_by_role("button", name="Remove filter", exact=False).is_visible()
    page.get_by_role("button", name="Reset").click()
    page.wait_for_url(lambda url: "produk" not in url)


def test_the_link_is_copied_or_selected_to_copy_by_hand(visit, settle, calm):
    page = visit("jaringan", query={"usaha": AIK_DAREK}, **calm)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    drawn(page)
    page.get_by_role("button", name="Bagikan").click()
    settle(page)
    page.get_by_role("button", name="Salin tautan").click()
    page.get_by_text("Tersalin.").wait_for()
    link = page.get_by_label("Tautan ke tampilan ini").input_value()
    assert page.evaluate("navigator.clipboard.readText()") == link
    assert f"usaha={AIK_DAREK}" in link
    assert page.get_by_role("img", name="Kode QR tautan").is_visible()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Salin tautan").click()
    page.get_by_text("tekan Ctrl+C").wait_for()
    again = visit(f"jaringan?{link.split('?')[1]}&", **calm)
    drawn(again)
    assert again.evaluate(SEEN)["business"] == AIK_DAREK
