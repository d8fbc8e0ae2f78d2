"""What the interactive graph is made of: its data in Python, its behaviour in JavaScript.

The same files draw it in the app and in the HTML file that is taken away.
"""
