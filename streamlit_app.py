"""Start of the app: ``streamlit run streamlit_app.py``."""

from supplychain.app.main import main

main()
