"""The two forms of a packed file, as written by the build and as read by a page: halves, made a dict; rows, searched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files


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


def halves(name: str) -> dict[str, str]:
    """Return a packed file as a mapping: keys a line each, an empty line, values a line each."""
    keys, _, values = packed_text(name).partition("\n\n")
    return dict(zip(keys.split("\n"), values.split("\n"), strict=False))


class Rows:
    """A large file of sorted lines, a key, a tab and a value each, searched as it stands.

    Splitting 35,000 townships takes longer than everything that a page asks of them.
    """

    def __init__(self, packed: bytes) -> None:
        self.packed = packed

    def seek(self, key: bytes) -> int:
        """Return where the first line begins that is not below a key."""
        packed, length = self.packed, len(key)
        low, high = 0, len(packed)
        while low < high:
            middle = (low + high) // 2
            start = packed.rfind(b"\n", 0, middle) + 1
            if packed[start : start + length] < key:
                low = packed.find(b"\n", middle) + 1
            else:
                high = start
        return low

    def get(self, key: str) -> str | None:
        """Return the value of a key."""
        wanted = key.encode("utf-8", "surrogatepass") + b"\t"  # a name typed in another encoding is none that we know
        start = self.seek(wanted)
        if not self.packed.startswith(wanted, start):
            return None
        return self.packed[start + len(wanted) : self.packed.find(b"\n", start)].decode()

    def __contains__(self, key: str) -> bool:
        """Return whether there is a line for a key."""
        return self.get(key) is not None

    def __iter__(self) -> Iterator[str]:
        """Yield the keys in order."""
        return self.below("")

    def below(self, prefix: str) -> Iterator[str]:
        """Yield the keys that begin so, in order."""
        start = self.seek(prefix.encode())
        while start < len(self.packed) and self.packed.startswith(prefix.encode(), start):
            yield self.packed[start : self.packed.find(b"\t", start)].decode()
            start = self.packed.find(b"\n", start) + 1


def packed_rows(name: str) -> Rows:
    """Return a packed file of keys and values side by side."""
    return Rows(packed_bytes(name))
