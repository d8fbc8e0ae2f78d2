"""Choices are kept, stand in the address as codes, and survive a change of language."""

from streamlit.testing.v1 import AppTest


def script() -> None:
    import streamlit as st

    from supplychain.app import controls, state
    from supplychain.core.params import Range
    from supplychain.core.words import Words

    state.begin()
    language = state.language()
    towns = {
        "a": Words(en="Selong town", id="Kota Selong"),
        "b": Words(en="Praya town", id="Kota Praya"),
    }
    town = controls.choose("town", Words(en="Town", id="Kota"), towns, language)
    towns_shown = controls.several("shown", Words(en="Shown", id="Tampil"), towns, language)
    strong = controls.switch("strong", Words(en="Strong", id="Kuat"), language)
    damping = controls.step(
        "damping", Words(en="Damping", id="Redaman"), Range(0, 1, 0.05), language, default=0.85
    )
    st.button("English", on_click=state.keep, args=("lang", "en", "id"))
    st.button("Forget", on_click=state.forget)
    st.text(repr((town, towns_shown, strong, damping)))
    state.tidy()


def opened(**query: str | list[str]) -> AppTest:
    test = AppTest.from_function(script)
    for name, value in query.items():
        test.query_params[name] = value
    return test.run()


def said(test: AppTest) -> str:
    assert not test.exception
    return str(test.text[0].value)


def address(test: AppTest) -> dict[str, list[str]]:
    return {
        name: [value] if isinstance(value, str) else list(value)
        for name, value in test.query_params.items()
    }


def test_defaults_leave_the_address_bare():
    test = opened()
    assert said(test) == "('a', [], False, 0.85)"
    assert address(test) == {}


def test_the_address_restores_every_choice():
    test = opened(town="b", shown=["b", "a"], strong="1", damping="0.5", lang="en")
    assert said(test) == "('b', ['b', 'a'], True, 0.5)"
    assert test.selectbox[0].label == "Town"
    assert address(test)["town"] == ["b"]


def test_nonsense_in_the_address_falls_back_to_the_default():
    test = opened(town="nowhere", shown="nowhere", strong="maybe", damping="much", lang="xx")
    assert said(test) == "('a', [], False, 0.85)"
    assert test.selectbox[0].label == "Kota"


def test_a_choice_goes_into_the_address_as_a_code():
    test = opened()
    test.selectbox[0].select_index(1).run()
    test.multiselect[0].select("a").run()
    assert address(test) == {"town": ["b"], "shown": ["a"]}


def test_choices_survive_a_change_of_language():
    test = opened()
    test.selectbox[0].select_index(1).run()
    test.button[0].click().run()
    assert test.selectbox[0].label == "Town"
    assert said(test) == "('b', [], False, 0.85)"


def test_forgetting_keeps_the_language_only():
    test = opened(town="b", lang="en", strong="1")
    test.button[1].click().run()
    assert said(test) == "('a', [], False, 0.85)"
    assert address(test) == {"lang": ["en"]}


def test_choices_of_other_pages_leave_the_address():
    test = opened(town="b", colour="red")
    assert address(test) == {"town": ["b"]}


def test_numbers_on_a_slider_are_written_as_the_language_does():
    assert "0,85" in opened().select_slider[0].options
    assert "0.85" in opened(lang="en").select_slider[0].options
