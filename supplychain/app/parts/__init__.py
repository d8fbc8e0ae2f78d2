"""Parts of pages: a tab or a panel each."""
