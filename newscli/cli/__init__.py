"""The command line: thin commands over the library. ``app.py`` lists them, and each has a file of its own."""
