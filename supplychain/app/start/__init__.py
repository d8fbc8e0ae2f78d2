"""Start of the server: what is made ready, and the script that Streamlit runs for each session.

The script stands apart from `pages`, since Streamlit takes a folder of that name beside its script
for pages of its own.
"""
