"""Open own data: choose files, see what the checks found, get the template."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from supplychain import io
from supplychain.app import messages, state, takeaway
from supplychain.app.parts import graph, telling
from supplychain.core.network import SupplyNetwork
from supplychain.core.readers import Reading
from supplychain.core.words import Language, Words, same
from supplychain.exports.sheets import MEDIA
from supplychain.views import stories

INTRO = Words(
    en="Open a register of your own: the filled-in template (XLSX), the tables as CSV files, one "
    "list of partnerships, an input–output table, GraphML or GEXF, or a graph (HTML) that was "
    "downloaded here, with its view and its story. The file is read on this "
    "machine, checked, and forgotten when you close the page.",
    id="Buka daftar milik Anda: templat yang sudah diisi (XLSX), tabel-tabel sebagai berkas CSV, "
    "satu daftar kemitraan, tabel input–output, GraphML, GEXF, atau graf (HTML) yang diunduh dari "
    "sini, lengkap dengan tampilan dan ceritanya. Berkas dibaca di komputer ini, "
    "diperiksa, dan tidak disimpan setelah halaman ditutup.",
)
TEMPLATE = Words(en="Download the template", id="Unduh templat")
TEMPLATE_NAME = Words(en="template-supply-network.xlsx", id="templat-jaringan-pasok.xlsx")
FILES = Words(
    en="Files, at most 20 MB together (CSV, XLSX, Parquet, GraphML, GEXF, ZIP, HTML)",
    id="Berkas, paling banyak 20 MB (CSV, XLSX, Parquet, GraphML, GEXF, ZIP, HTML)",
)
CHECK = Words(en="Check and open", id="Periksa dan buka")
READING = Words(en="Reading and checking …", id="Membaca dan memeriksa …")
OPENED = Words(
    en="{name} is open: {businesses} businesses, {partnerships} partnerships. "
    "Every page now shows these data.",
    id="{name} sudah dibuka: {businesses} usaha, {partnerships} kemitraan. "
    "Semua halaman kini memakai data ini.",
)
TAKE = Words(en="Download the open data", id="Unduh data yang dibuka")
ENDINGS = ["csv", "tsv", "txt", "xlsx", "parquet", "graphml", "gexf", "zip", "html"]


def opening(network: SupplyNetwork, language: Language) -> None:
    """Choose files, then check and open them."""
    st.markdown(INTRO(language))
    with st.container(horizontal=True):
        st.download_button(
            TEMPLATE(language),
            lambda: io.template(language),
            TEMPLATE_NAME(language),
            MEDIA,
            icon=":material/download:",
            on_click="ignore",
        )
        with st.popover(TAKE(language), icon=":material/download:"):
            takeaway.whole(network, language)
    with st.container(key=f"uploader-{language}"):
        files = st.file_uploader(
            FILES(language), ENDINGS, accept_multiple_files=True, key=state.key("files", language)
        )
    if st.button(CHECK(language), type="primary", disabled=not files):
        with messages.told(language):
            _open(files, language)
    opened = state.opened()
    if opened.own and not opened.changed:
        said = OPENED.fill(
            name=same(messages.plain(opened.title(language))),
            businesses=len(opened.network),
            partnerships=len(opened.network.partnerships),
        )
        st.success(said(language), icon=":material/task_alt:")


def _open(files: Sequence[UploadedFile], language: Language) -> None:
    given = {file.name: file.getvalue() for file in files}
    with messages.stoppable(READING(language), "reading", language) as tell:
        reading = io.read_uploads(given, meanwhile=tell)
    network = SupplyNetwork.from_tables(**reading.tables, findings=reading.findings)
    resume = _resuming(reading, network, files[0].name)
    state.open_data(same(", ".join(file.name for file in files)), network)
    resume()
    st.rerun()


def _resuming(reading: Reading, network: SupplyNetwork, file: str) -> Callable[[], None]:
    """Read the view and the story of a shared page, and return what takes them up."""
    view, told = reading.notes.get("view.json"), reading.notes.get("story.json")
    seen = stories.read_view(view, file=file) if view else None
    kept = stories.read(told, file=file) if told else None

    def resume() -> None:
        telling.keep(kept)
        if seen:
            graph.want(seen, network)

    return resume
