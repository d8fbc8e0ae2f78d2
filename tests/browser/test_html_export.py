"""The shared file: opened from the disk without a network, it does all it promises."""

import itertools
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from supplychain import SupplyNetwork
from supplychain.core.places import DATA
from supplychain.core.words import Words
from supplychain.exports.html import of_drawing
from supplychain.metrics import CATALOGUE
from supplychain.views import stories
from supplychain.views.graph import Filters, drawing
from supplychain.views.view import View
from tests.browser.graphs import ALONE as GRAPH
from tests.browser.graphs import spot

AIK_DAREK = "sentra-aik-darek"
TITLE = Words(en="Sentra of NTB", id="Sentra NTB")
PAYLOADS = [
    "</script><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "<svg onload=window.ran=1>",
    "'\"><body onload=window.ran=1>",
    "javascript:window.ran=1",
    '<a href="javascript:window.ran=1">x</a>',
    "${window.ran=1}{{window.ran=1}}",
    "<!--<script>window.ran=1</script>",
    "]]><script>window.ran=1</script>",
    "\u2028window.ran=1\u2029",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "<style>@import 'https://example.org/x'</style>",
]


@dataclass
class Opened:
    """A page from the disk, and what it asked for and said."""

    page: Page
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def ntb() -> SupplyNetwork:
    return SupplyNetwork.read(DATA / "ntb")


@pytest.fixture(scope="module")
def shared(ntb, tmp_path_factory) -> Path:
    """The file of the shipped network."""
    path = tmp_path_factory.mktemp("shared") / "graph.html"
    drawn = drawing(ntb, title=TITLE, size=ntb.businesses["output"])
    path.write_bytes(of_drawing(drawn, ntb).content)
    return path


@pytest.fixture
def visit_file(open_context: Callable[..., BrowserContext]) -> Iterator[Callable[..., Opened]]:
    """A function that opens a file offline; requests and complaints of the page are judged."""
    opened: list[Opened] = []

    def open_file(path: Path, **options: object) -> Opened:
        size = {"viewport": {"width": 1400, "height": 900}, "reduced_motion": "reduce"}
        context = open_context(**size | options)
        context.set_offline(True)
        page = context.new_page()
        one = Opened(page)
        page.on("request", lambda request: one.requests.append(request.url))
        page.on("console", lambda message: one.said.append(message.text))
        page.on("dialog", lambda dialog: one.said.append(dialog.message))
        page.goto(path.as_uri())
        _until(page, "document.querySelector('.sg')?.graph?.scene?.named?.length > 0")
        opened.append(one)
        return one

    yield open_file
    for one in opened:
        assert one.requests[1:] == [], "the file asked for something"
        assert one.said == [], "the page complained"


@pytest.fixture
def page(visit_file, shared) -> Page:
    return visit_file(shared).page


def _until(page: Page, holds: str) -> None:
    """Wait until something holds; the page's policy forbids the waiting that evaluates texts."""
    for _ in range(600):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never came true: {holds}")


def _state(page: Page, name: str) -> object:
    return page.evaluate(f"{GRAPH}.state.{name}")


def _shown(page: Page) -> int:
    return page.evaluate(f"{GRAPH}.state.visible.nodes.size")


def test_search_flies_to_a_business_and_says_all_of_it(page):
    page.get_by_role("combobox").fill("aik darek")
    assert page.get_by_role("option").first.is_visible()
    page.keyboard.press("Enter")
    panel = page.locator(".sg-panel")
    assert panel.locator("h2").inner_text() == "Sentra IKM Olahan Pangan (tapioka) Aik Darek"
    assert panel.get_by_text("Rp 9 miliar (2023)").first.is_visible()
    assert panel.get_by_text("dilaporkan").first.is_visible()
    assert panel.get_by_role("heading", name="Pemasok").is_visible()
    assert _state(page, "business") == AIK_DAREK


def test_what_is_not_there_is_said_so(page):
    page.get_by_role("combobox").fill("qqqq")
    assert page.get_by_text("Tidak ada usaha dengan nama ini").is_visible()


def test_filters_count_what_is_shown_and_are_taken_back_at_once(page, ntb):
    page.get_by_role("button", name="Saring").click()
    page.get_by_role("checkbox", name="Kab. Lombok Utara").check()
    kept, _ = Filters(district=("52.08",)).kept(ntb)
    assert page.get_by_text(f"{kept.sum()} dari 386 usaha").is_visible()
    page.get_by_role("button", name="Hapus saringan Kab. Lombok Utara").click()
    assert page.get_by_text("386 dari 386 usaha").is_visible()
    page.get_by_role("checkbox", name="Kab. Dompu").check()
    page.get_by_role("button", name="Atur ulang").click()
    assert page.get_by_text("386 dari 386 usaha").is_visible()


def test_products_stand_by_their_names_in_the_language_that_is_read(page):
    page.get_by_role("button", name="Saring", exact=True).click()
    products = page.locator(".sg-facet", has=page.get_by_text("Produk", exact=True))
    names = products.locator(".sg-option span:not(.sg-count)").all_inner_texts()
    assert len(names) > 10
    assert names == sorted(names, key=str.casefold)


def test_the_script_filters_by_the_same_rule_as_python(page, ntb):
    facets = {
        facet["field"]: [option["code"] for option in facet["options"]]
        for facet in page.evaluate(f"{GRAPH}.model.payload.facets")
    }
    chance = random.Random(3)
    for _ in range(40):
        chosen = {
            name: tuple(chance.sample(codes, min(len(codes), chance.randint(1, 3))))
            for name, codes in facets.items()
            if chance.random() < 0.35
        }
        businesses, partnerships = Filters(**chosen).kept(ntb)
        kept = page.evaluate(
            f"""(chosen) => {{
                const sets = Object.fromEntries(
                    Object.entries(chosen).map(([name, codes]) => [name, new Set(codes)]));
                const {{ nodes, edges }} = {GRAPH}.model.kept(sets);
                return [[...nodes], [...edges]];
            }}""",
            {name: list(codes) for name, codes in chosen.items()},
        )
        assert set(kept[0]) == set(ntb.businesses.index[businesses]), chosen
        assert set(kept[1]) == set(ntb.partnerships.index[partnerships]), chosen


def test_the_legend_hides_and_shows_a_kind(page, ntb):
    markets = int((ntb.businesses["kind"] == "market").sum())
    key = page.locator(".sg-key", has_text="Pasar")
    key.click()
    assert key.get_attribute("aria-pressed") == "false"
    assert _shown(page) == 386 - markets
    key.click()
    assert _shown(page) == 386


def test_the_language_changes_inside_the_file(page):
    page.get_by_role("button", name="English").click()
    assert page.title() == "Sentra of NTB"
    assert page.get_by_role("heading", level=1).inner_text() == "Sentra of NTB"
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_text("386 of 386 businesses").is_visible()
    assert page.get_by_text("Made on").is_visible()
    page.get_by_role("combobox").fill("aik darek")
    page.keyboard.press("Enter")
    assert page.get_by_text("Rp 225 million a year").first.is_visible()


def test_a_click_tells_of_a_business_and_a_click_beside_it_of_none(page):
    x, y = spot(page, AIK_DAREK, GRAPH)
    page.mouse.click(x, y)
    _until(page, f"{GRAPH}.state.business === '{AIK_DAREK}'")
    page.get_by_role("button", name="Tutup").click()
    assert _state(page, "business") is None


def test_a_partnership_tells_its_terms(page):
    row = page.evaluate(f"{GRAPH}.model.sales.get('{AIK_DAREK}')[0].id")
    page.evaluate(f"{GRAPH}.select({{ partnership: {row} }})")
    panel = page.locator(".sg-panel")
    assert panel.get_by_text("Kemitraan", exact=True).is_visible()
    assert panel.get_by_role("button", name="Aik Darek").is_visible()
    assert panel.get_by_text("per tahun").first.is_visible()


def test_a_double_click_shows_a_business_with_its_partners_only(page, ntb):
    page.mouse.dblclick(*spot(page, AIK_DAREK, GRAPH))
    _until(page, f"{GRAPH}.state.focus?.business === '{AIK_DAREK}'")
    table = ntb.partnerships
    ends = table.loc[(table["supplier"] == AIK_DAREK) | (table["buyer"] == AIK_DAREK)]
    near = len({*ends["supplier"], *ends["buyer"]})
    assert _shown(page) == near
    page.get_by_role("button", name="Tambah satu langkah: Pembeli").click()
    assert _shown(page) > near
    page.locator(".sg-chips").get_by_role("button", name="Keluar dari fokus").click()
    assert _shown(page) == 386


def test_a_moved_business_stays_where_it_was_put(page):
    x, y = spot(page, AIK_DAREK, GRAPH)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 25, steps=6)
    page.mouse.up()
    moved = spot(page, AIK_DAREK, GRAPH)
    assert moved == pytest.approx((x + 60, y + 25), abs=2)
    page.locator(".sg-key", has_text="Pasar").click()
    places = page.evaluate(f"{GRAPH}.scene.network.getPositions(['{AIK_DAREK}'])")
    homes = page.evaluate(f"{GRAPH}.scene.places.homes.get('{AIK_DAREK}')")
    assert [places[AIK_DAREK]["x"], places[AIK_DAREK]["y"]] == pytest.approx(homes, abs=1)


def test_the_keyboard_walks_the_network(page):
    page.locator(".sg-stage").focus()
    page.keyboard.press("ArrowRight")
    first = _state(page, "business")
    assert first is not None
    page.evaluate(f"{GRAPH}.select({{ business: '{AIK_DAREK}' }})")
    page.keyboard.press("ArrowRight")
    largest = page.evaluate(f"{GRAPH}.model.buyers('{AIK_DAREK}')[0].id")
    assert _state(page, "business") == largest
    page.keyboard.press("ArrowDown")
    assert _state(page, "business") != largest
    assert page.locator(".sg-spoken").inner_text() != ""
    page.keyboard.press("Enter")
    assert _state(page, "focus") is not None
    for name in ("business", "focus"):
        page.keyboard.press("Escape")
        assert _state(page, name) is None
    page.keyboard.press("/")
    assert page.get_by_role("combobox").evaluate("box => box === document.activeElement")


def _lie_apart(boxes):
    assert len(boxes) > 8
    for one, other in itertools.combinations(boxes, 2):
        assert (
            one["left"] >= other["right"]
            or other["left"] >= one["right"]
            or one["top"] >= other["bottom"]
            or other["top"] >= one["bottom"]
        ), (one["owner"], other["owner"])


def test_names_never_lie_on_one_another(page):
    for _ in range(4):
        _lie_apart(page.evaluate(f"{GRAPH}.scene.named"))
        page.evaluate(f"{GRAPH}.scene.camera.zoom(1.5)")
        page.wait_for_timeout(100)


def test_partners_stand_out_and_the_rest_fades(page):
    page.mouse.move(*spot(page, AIK_DAREK, GRAPH))
    _until(page, f"{GRAPH}.scene.veil > 0.8")
    assert page.locator(".sg-tip").get_by_text("Aik Darek").is_visible()
    page.mouse.move(5, 5)
    _until(page, f"{GRAPH}.scene.veil === 0")
    assert page.locator(".sg-tip").is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_readers_theme_and_can_be_turned(visit_file, shared, scheme):
    page = visit_file(shared, color_scheme=scheme).page
    assert page.locator(".sg").get_attribute("data-theme") == scheme
    page.locator(".sg-button[data-name=theme]").click()
    assert page.locator(".sg").get_attribute("data-theme") != scheme


def test_on_a_phone_tiers_run_down_and_details_rise_from_below(visit_file, shared):
    page = visit_file(shared, viewport={"width": 390, "height": 844}, has_touch=True).page
    assert page.evaluate(f"{GRAPH}.scene.places.turned") is True
    _lie_apart(page.evaluate(f"{GRAPH}.scene.named"))
    assert page.locator(".sg-panel").is_hidden()
    page.get_by_role("combobox").fill("renteng")
    page.keyboard.press("Enter")
    box = page.locator(".sg-panel").bounding_box()
    assert box["width"] == 390
    assert box["y"] > 300
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_paper_gets_the_picture_on_white_and_no_controls(visit_file, shared):
    page = visit_file(shared, color_scheme="dark").page
    page.emulate_media(media="print")
    _until(page, f"{GRAPH}.state.theme === 'light'")
    assert page.locator(".sg-search").is_hidden()
    assert page.locator(".sg-zoom").is_hidden()
    assert page.locator(".sg-legend").is_visible()
    assert page.locator(".page-foot").is_visible()
    page.emulate_media(media="screen")
    _until(page, f"{GRAPH}.state.theme === 'dark'")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_the_way_of_assistive_technology(visit_file, shared, scheme):
    page = visit_file(shared, color_scheme=scheme).page
    page.get_by_role("combobox").fill("aik darek")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Saring").click()
    found = Axe().run(page).response["violations"]
    grave = [f for f in found if f["impact"] in {"serious", "critical"}]
    assert not grave, json.dumps(grave, indent=1)[:3000]


@pytest.fixture(scope="module")
def telling(ntb, tmp_path_factory) -> Path:
    """The file with a story inside."""
    path = tmp_path_factory.mktemp("telling") / "story.html"
    story = stories.of_sentra(ntb, AIK_DAREK)
    drawn = drawing(ntb, title=TITLE, size=ntb.businesses["output"])
    path.write_bytes(of_drawing(drawn, ntb, view=View(), story=story).content)
    return path


def test_a_story_is_played_with_arrow_keys_and_the_address_says_where(visit_file, telling):
    page = visit_file(telling).page
    page.get_by_role("button", name="Cerita", exact=True).click()
    assert page.get_by_role("heading", name="1. Seluruh jaringan").is_visible()
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("heading", name="2. Bahan baku masuk").is_visible()
    assert page.get_by_text("Dasar angka: 30% diperkirakan").is_visible()
    assert _state(page, "focus") == {"business": AIK_DAREK, "suppliers": 1, "buyers": 0}
    assert page.url.endswith("#cerita=2")
    page.get_by_role("button", name="Mode presentasi").click()
    assert page.locator(".sg-bar").is_hidden()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    assert page.url.endswith("#cerita=6")
    page.keyboard.press("ArrowLeft")
    assert page.get_by_role("heading", name="5. Dibeli industri lain").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".sg-bar").is_visible()
    page.get_by_role("button", name="English").click()
    assert page.get_by_role("heading", name="5. Other industries buy it").is_visible()


def test_size_colour_and_layout_are_switched_inside_the_file(visit_file, telling, ntb):
    page = visit_file(telling).page
    page.evaluate(f"{GRAPH}.select({{ business: '{AIK_DAREK}' }})")
    page.get_by_role("button", name="Tampilan", exact=True).click()
    page.get_by_role("combobox", name="Ukuran").select_option(label="Pengganda output")
    page.get_by_role("combobox", name="Warna").select_option(label="Komoditas")
    page.get_by_role("combobox", name="Tata letak").select_option("map")
    multiplier = CATALOGUE.get("output_multiplier").fn(ntb)
    amount = page.evaluate(f"{GRAPH}.model.nodes.get('{AIK_DAREK}').amount")
    assert amount == pytest.approx(multiplier[AIK_DAREK])
    legend = page.locator(".sg-legend")
    assert legend.get_by_text("Ukuran: Pengganda output").is_visible()
    assert legend.get_by_text("Komoditas").is_visible()
    assert page.evaluate(f"{GRAPH}.model.payload.layout") == "map"
    assert _state(page, "business") == AIK_DAREK
    assert page.locator(".sg-panel").get_by_text("Pengganda output").is_visible()
    expected = drawing(ntb, layout="map", size=multiplier, colour="commodity")
    places = f"[...{GRAPH}.model.nodes.values()].map(({{ id, x, size }}) => [id, x, size])"
    sizes = page.evaluate(places)
    assert sizes == [[node["id"], node["x"], node["size"]] for node in expected.nodes]


def test_a_story_opens_at_the_step_of_the_address(visit_file, telling):
    page = visit_file(telling).page
    page.evaluate("location.hash = '#cerita=4'")
    _until(page, "document.querySelector('.sg-story h2')?.textContent.startsWith('4.')")
    page.evaluate("location.hash = '#cerita=99'")
    assert page.get_by_role("heading", name="4. Produk antara").is_visible()


def test_no_name_runs_as_code(visit_file, tmp_path):
    ids = [f"{payload} {i}" for i, payload in enumerate(PAYLOADS)]
    businesses = pd.DataFrame(
        {"id": ids, "name": PAYLOADS, "commodity": PAYLOADS, "district": PAYLOADS, "output": 1e9,
         "source": PAYLOADS, "funds": 1e9, "funds_year": PAYLOADS}
    )  # fmt: skip
    partnerships = pd.DataFrame(
        {"supplier": ids[:-1], "buyer": ids[1:], "product": PAYLOADS[1:], "value": 1e6,
         "scheme": PAYLOADS[1:], "since": PAYLOADS[1:], "source": PAYLOADS[1:]}
    )  # fmt: skip
    products = pd.DataFrame(
        {"id": PAYLOADS, "name_en": PAYLOADS, "name_id": PAYLOADS, "unit": PAYLOADS}
    )
    sources = pd.DataFrame({"id": PAYLOADS, "title": PAYLOADS, "publisher": PAYLOADS})
    claims = pd.DataFrame(
        {"business": ids, "field": PAYLOADS, "value": 1.0, "note": PAYLOADS, "source": PAYLOADS}
    )
    network = SupplyNetwork.from_tables(businesses, partnerships, products, claims, sources)
    path = tmp_path / "hostile.html"
    title = Words(en=PAYLOADS[0], id=PAYLOADS[1])
    path.write_bytes(of_drawing(drawing(network, title=title, colour="commodity"), network).content)
    page = visit_file(path).page
    page.get_by_role("button", name="Saring").click()
    for language in ("id", "en"):
        for row, name in enumerate(ids):
            page.evaluate(f"(id) => {GRAPH}.select({{ business: id }})", name)
            page.evaluate(f"(id) => {GRAPH}.focus(id)", name)
            page.evaluate(f"{GRAPH}.select({{ partnership: {min(row, len(ids) - 2)} }})")
            page.evaluate(
                f"(id) => {GRAPH}.tip.show({{ business: id }}, {GRAPH}.model, 'id')", name
            )
        page.get_by_role("combobox").fill("window")
        page.keyboard.press("Escape")
        page.evaluate(f"{GRAPH}.focus(null)")
        page.locator(".sg-button[data-name=language]").click()
        assert page.evaluate("window.ran") is None, language
    assert page.evaluate("document.scripts.length") == 3
    assert page.title() == PAYLOADS[1]
