"""Write units.packed.tsv, the form of units.toml that is read at run time.

Usage: python -m newscli.extractors.quantity.pack_units
"""

from __future__ import annotations

from pathlib import Path

from newscli.extractors.quantity.lexicon import PACKED, packed_units

if __name__ == "__main__":
    (Path(__file__).parent / PACKED).write_text(packed_units(), "utf-8")
