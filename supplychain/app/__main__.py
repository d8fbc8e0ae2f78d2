"""``python -m supplychain.app``: load what pages need, then serve; no visitor waits for it.

Takes the options of ``streamlit run streamlit_app.py``, which starts the same app but loads only
when the first visitor comes.
"""

import sys

from streamlit.web import cli

import supplychain.exports  # noqa: F401  it stands on all the other layers
from supplychain.core.places import DATA

cli.main(["run", str(DATA.with_name("streamlit_app.py")), *sys.argv[1:]])
