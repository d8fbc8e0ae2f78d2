"""The app starts, and its first page comes to rest without a word to another machine."""

import pytest


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_first_page_comes_to_rest(visit, traffic, language, scheme):
    page = visit(language=language, color_scheme=scheme)
    assert page.get_by_test_id("stAppViewContainer").is_visible()
    assert page.get_by_role("heading").count() > 0
    assert page.get_by_test_id("stException").count() == 0
    assert any(url.startswith("ws://127.0.0.1") for url in traffic.requests)
