"""Write newscli/extractors/quantity/units.packed.tsv, the form of units.toml that is read at run time.

Usage: python tools/pack_units.py
"""

from __future__ import annotations

from pathlib import Path

from newscli.extractors.quantity.lexicon import PACKED, packed_units

if __name__ == "__main__":
    (Path(__file__).parent.parent / "newscli/extractors/quantity" / PACKED).write_text(packed_units(), "utf-8")
