"""Zip archives that come out the same each time: the parts in the given order, all dated 1980-01-01."""

import io
import zipfile
from collections.abc import Mapping


def zipped(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name)  # its date is 1980-01-01 unless told otherwise
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # else the system that ran this would show in the bytes
            archive.writestr(member, content)
    return target.getvalue()


def undated(archive: bytes) -> bytes:
    """The same archive without the time of its making."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        return zipped({name: source.read(name) for name in source.namelist()})
