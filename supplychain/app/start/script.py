"""What Streamlit runs for each session, again on each act."""

from supplychain.app.main import main

main()
