r"""A Chinese character as a fragment of patterns, for where its exact borders do not matter.

``re`` compiles the range ``[\u4e00-\u9fff]`` by walking over its 21,000 characters, at half a millisecond each time that it is
written; fifty of them were a tenth of the whole start. A category costs nothing: what is a letter or digit and stands beyond
Latin-1 is, in a newspaper, a Chinese character. It takes in kana, Greek and circled digits too, so where those make a
difference (a circled digit before a place name ends what is before it) compare characters instead.

>>> import re
>>> re.findall(HANZI + "+", "2024年，GDP增长5%（不含〇.5%）")
['年', '增长', '不含〇']
>>> re.findall(NO_HANZI + "+", "GDP增长5%")
['GDP', '5%']
"""

from __future__ import annotations

HANZI = r"[^\W\x00-\xff]"
NO_HANZI = r"[\W\x00-\xff]"
"""Every other character."""
