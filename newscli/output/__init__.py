"""Rows and the formats they are written in; :data:`newscli.output.formats.WRITERS` lists them."""
