"""What one session does never shows in another; two of them take turns in any order."""

from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

PATIENCE = 60
ACTS = ("double", "spoil", "reset", "english", "choose")


def script() -> None:
    import streamlit as st

    from supplychain.app import controls, state
    from supplychain.core.words import same

    state.begin()
    opened = state.opened()
    network = opened.network
    language = state.language()
    kinds = {code: same(code) for code in ("a", "b")}
    chosen = controls.choose("kind", same("kind"), kinds, language)
    st.text(repr((float(network.businesses["output"].sum()), opened.changed, language, chosen)))

    def double() -> None:
        table = network.businesses
        state.change_data(network.replace(businesses=table.assign(output=table["output"] * 2)))

    def spoil() -> None:
        network.businesses.loc[:, "output"] = -1.0

    st.button("double", on_click=double)
    st.button("spoil", on_click=spoil)
    st.button("reset", on_click=state.reset_data)
    st.button("english", on_click=state.keep, args=("lang", "en", "id"))
    st.button("choose", on_click=state.keep, args=("kind", "b", "a"))
    state.tidy()


def fresh() -> AppTest:
    return AppTest.from_function(script, default_timeout=PATIENCE).run()


def said(test: AppTest) -> str:
    assert not test.exception
    return str(test.text[0].value)


@settings(max_examples=6)
@given(acts=st.lists(st.tuples(st.integers(0, 1), st.sampled_from(ACTS)), max_size=8))
def test_sessions_do_not_see_each_other(acts):
    sessions, watcher = [fresh(), fresh()], fresh()
    untouched = said(watcher)
    for who, act in acts:
        other = said(sessions[1 - who].run())
        button = next(each for each in sessions[who].button if each.label == act)
        button.click().run()
        assert said(sessions[1 - who].run()) == other
        assert said(watcher.run()) == untouched
        assert said(fresh()) == untouched
