"""The graph in a page, as a test reaches it: in the app, or alone in a shared file."""

from playwright.sync_api import Page

IN_APP = (
    "([...document.querySelectorAll('[data-testid=stBidiComponentIsolated]')]"
    ".map((host) => host.shadowRoot?.querySelector('.sg')).find(Boolean)?.graph)"
)
ALONE = "document.querySelector('.sg').graph"


def drawn(page: Page, graph: str = IN_APP) -> None:
    """Wait until the graph is drawn and names its businesses."""
    page.wait_for_selector(".sg-stage canvas", state="attached")
    page.wait_for_function(f"{graph}?.scene.named?.length > 0")


def spot(page: Page, business: str, graph: str = IN_APP) -> tuple[float, float]:
    """Where a business is on the screen."""
    x, y = page.evaluate(
        f"""(id) => {{
            const {{ scene, stage }} = {graph};
            const [x, y] = scene.places.homes.get(id);
            const at = scene.network.canvasToDOM({{ x, y }});
            const box = stage.getBoundingClientRect();
            return [box.left + at.x, box.top + at.y];
        }}""",
        business,
    )
    return x, y
