"""Compressed files, read in memory and within bounds: nothing is ever unpacked to disk.

A page of newspaper text shrinks three- to tenfold; a bomb (压缩炸弹) a thousandfold. What grows beyond both a size
and a ratio is refused, whatever its header promised.
"""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, cast

from newscli.errors import NewscliError
from newscli.lazy import installed, lazily

if TYPE_CHECKING:
    import zstandard
    from _typeshed import WriteableBuffer
else:
    zstandard = lazily("zstandard")

COMPRESSED = (".gz", ".zst")
LARGEST = 256 << 20
"""Bytes to which one compressed text may grow."""
SUSPECT = 16 << 20
"""Bytes below which the ratio is not looked at: short repetitive files are harmless."""
RATIO = 200
MOST_MEMBERS = 1_000_000
BOMB_CURE = "unpack it yourself if you trust it"


class Bounded(io.RawIOBase):
    """A decompressing stream that refuses to grow out of proportion to the bytes it was given."""

    def __init__(self, stream: IO[bytes], *, size: int, source: str, largest: int | None = None) -> None:
        super().__init__()
        self.stream = stream
        self.size = max(size, 1)
        self.source = source
        self.largest = largest
        self.grown = 0

    def readable(self) -> bool:
        """Return that this is for reading."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill the buffer, and raise when more came out than can be honest."""
        room = memoryview(buffer)
        try:
            piece = self.stream.read(len(room))
        except broken_errors() as error:
            raise NewscliError(f"is damaged ({error})", where=self.source, cure="compress it again") from error
        self.grown += len(piece)
        too_much = self.largest is not None and self.grown > self.largest
        if too_much or (self.grown > SUSPECT and self.grown > RATIO * self.size):
            raise NewscliError(f"grows beyond {self.grown >> 20} MiB when unpacked", where=self.source, cure=BOMB_CURE)
        room[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Close the stream underneath too."""
        self.stream.close()
        super().close()


def broken_errors() -> tuple[type[Exception], ...]:
    """Return what the decompressors raise on damaged bytes."""
    zst = (zstandard.ZstdError,) if installed("zstandard") else ()
    return (zlib.error, gzip.BadGzipFile, zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, *zst)


def open_compressed(path: Path, *, source: str) -> IO[bytes]:
    """Return the bytes inside a ``.gz`` or ``.zst`` file as a stream."""
    return unpacked(path, path.suffix.lower(), size=path.stat().st_size, source=source)


def unpacked(packed: Path | IO[bytes], ending: str, *, size: int, source: str) -> IO[bytes]:
    """Return what is inside a compressed file, or a stream that whoever opened it closes."""
    if ending == ".gz":
        return io.BufferedReader(Bounded(cast("IO[bytes]", gzip.open(packed)), size=size, source=source))
    if not installed("zstandard"):
        raise NewscliError("needs the zstandard package", where=source, cure="pip install zstandard")
    stream = packed.open("rb") if isinstance(packed, Path) else packed
    inside = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(stream, read_across_frames=True)
    return io.BufferedReader(Bounded(inside, size=size, source=source))


def read_compressed(path: Path, *, source: str) -> bytes:
    """Return the bytes inside a ``.gz`` or ``.zst`` file, of one text."""
    with open_compressed(path, source=source) as stream:
        return read_whole(stream, source=source)


def read_whole(stream: IO[bytes], *, source: str) -> bytes:
    """Return the bytes of one text; raises when there are more than any page has."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise NewscliError(f"holds more than {LARGEST >> 20} MiB", where=source, cure=BOMB_CURE)
    return data


def open_zip(path: Path, *, source: str) -> zipfile.ZipFile:
    """Return a zip file; names without the UTF-8 mark are read as GB18030, as Windows in China writes them."""
    try:
        try:
            return zipfile.ZipFile(path, metadata_encoding="gb18030")
        except UnicodeDecodeError:
            return zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise NewscliError(f"is no zip file ({error})", where=source, cure="download or compress it again") from error


def members(path: Path, endings: tuple[str, ...], *, source: str) -> Iterator[tuple[str, IO[bytes]] | NewscliError]:
    """Yield the members with one of the endings, by name, each with its bytes; a bad one as its error."""
    with open_zip(path, source=source) as archive:
        chosen = sorted(
            (m for m in archive.infolist() if m.filename.lower().endswith(endings)), key=lambda m: m.filename
        )
        refuse_bomb(chosen, path.stat().st_size, source=source)
        if not chosen:
            yield NewscliError(
                "holds no " + " or ".join("*" + e for e in endings), where=source, cure="name another file"
            )
        for member in chosen:
            name = f"{source}/{member.filename}"
            try:
                yield name, open_member(archive, member, source=name)
            except NewscliError as error:
                yield error


def refuse_bomb(chosen: list[zipfile.ZipInfo], size: int, *, source: str) -> None:
    """Raise if the members together promise to be out of proportion to the file."""
    total = sum(m.file_size for m in chosen)
    if len(chosen) > MOST_MEMBERS or (total > LARGEST and total > RATIO * size):
        raise NewscliError(f"would unpack to {total >> 20} MiB", where=source, cure=BOMB_CURE)


def open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, *, source: str) -> IO[bytes]:
    """Return one member's bytes; names that lead out of the archive, secrets and giants are refused."""
    name = PurePosixPath(member.filename.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or ":" in name.parts[0]:
        raise NewscliError("has a name that leads out of the archive", where=source, cure=BOMB_CURE)
    if member.flag_bits & 1:
        raise NewscliError("is encrypted", where=source, cure="unpack it yourself")
    try:
        stream = archive.open(member)
    except broken_errors() as error:
        raise NewscliError(f"is damaged ({error})", where=source, cure="compress it again") from error
    return io.BufferedReader(Bounded(stream, size=member.compress_size, source=source, largest=LARGEST))
