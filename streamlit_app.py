"""Start of the app: ``streamlit run streamlit_app.py``."""

from pathlib import Path

import streamlit as st

from supplychain.app.start.readiness import ready

SCRIPT = Path(__file__).parent / "supplychain" / "app" / "start" / "script.py"

app = st.App(SCRIPT, lifespan=ready)
