"""Start of the app: ``streamlit run streamlit_app.py``."""

from pathlib import Path

import streamlit as st

from supplychain.app.starting import ready

app = st.App(Path(__file__).parent / "supplychain" / "app" / "script.py", lifespan=ready)
