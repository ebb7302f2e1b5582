"""The two forms of a packed file, as written by the build and as read by a page: halves, split; rows, searched."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Final

STRETCH: Final = 4000
"""How many bytes lie between the lines that are known; :meth:`bytes.find` looks through them in two microseconds."""
LONGEST_KEY: Final = 120
"""More bytes than any key has."""


def pack_halves(keys_values: Mapping[str, str]) -> str:
    """Return a mapping in two halves: the keys a line each, an empty line, the values a line each."""
    keys = sorted(keys_values)
    return "\n".join(keys) + "\n\n" + "\n".join(keys_values[k] for k in keys) + "\n"


def pack_rows(keys_values: Mapping[str, str]) -> str:
    """Return a mapping as sorted lines: key, tab, value."""
    return "".join(f"{key}\t{keys_values[key]}\n" for key in sorted(keys_values))


def packed_bytes(name: str) -> bytes:
    """Return a packed file as it stands."""
    return (files("newscli.extractors.place") / "packed" / name).read_bytes()


def packed_text(name: str) -> str:
    """Return a packed file as text."""
    return packed_bytes(name).decode()


def packed_halves(name: str) -> tuple[str, str]:
    """Return the two halves of a packed file: its keys a line each, its values a line each."""
    keys, _, values = packed_text(name).partition("\n\n")
    return keys, values.removesuffix("\n")


class Rows:
    """A large file of sorted lines, a key, a tab and a value each, searched as it stands.

    Splitting 35,000 townships takes longer than everything that a page asks of them. So only the line at the head of
    every few kilobytes is known: a bisection over those finds the stretch that a key is in, ``bytes.find`` the line.
    """

    def __init__(self, packed: bytes) -> None:
        self.packed = packed
        self.starts = [0]
        """Where the first line of each stretch begins."""
        while 0 < (start := packed.find(b"\n", self.starts[-1] + STRETCH) + 1) < len(packed):
            self.starts.append(start)
        self.heads = [packed[start : start + LONGEST_KEY] for start in self.starts]

    def find(self, key: bytes) -> int:
        """Return where the first line begins that begins with a key, -1 if none does."""
        after = bisect_left(self.heads, key)
        if after:
            end = self.starts[after] if after < len(self.starts) else len(self.packed)
            inside = self.packed.find(b"\n" + key, self.starts[after - 1], end)
            if inside >= 0:
                return inside + 1
        return self.starts[after] if after < len(self.heads) and self.heads[after].startswith(key) else -1

    def get(self, key: str) -> str | None:
        """Return the value of a key."""
        wanted = key.encode("utf-8", "surrogatepass") + b"\t"  # a name typed in another encoding is none that we know
        start = self.find(wanted)
        return self.packed[start + len(wanted) : self.packed.find(b"\n", start)].decode() if start >= 0 else None

    def __contains__(self, key: str) -> bool:
        """Return whether there is a line for a key."""
        return self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        """Yield the keys in order."""
        return self.below("")

    def below(self, prefix: str) -> Iterator[str]:
        """Yield the keys that begin so, in order."""
        start = self.find(prefix.encode())
        while 0 <= start < len(self.packed) and self.packed.startswith(prefix.encode(), start):
            yield self.packed[start : self.packed.find(b"\t", start)].decode()
            start = self.packed.find(b"\n", start) + 1


def packed_rows(name: str) -> Rows:
    """Return a packed file of keys and values side by side."""
    return Rows(packed_bytes(name))
