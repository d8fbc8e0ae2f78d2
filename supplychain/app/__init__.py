"""The app: pages, the graph component, controls. The only layer that knows Streamlit."""
