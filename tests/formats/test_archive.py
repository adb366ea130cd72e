"""Archives that say nothing of when and where they were made."""

import io
import zipfile

from liushou_cli.formats.archive import undated, zipped


def test_parts_keep_their_order_and_have_no_time() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped({"b.xml": b"2", "a/a.xml": b"1"}))) as archive:
        assert [(one.filename, one.date_time, one.create_system) for one in archive.infolist()] == [
            ("b.xml", (1980, 1, 1, 0, 0, 0), 3),
            ("a/a.xml", (1980, 1, 1, 0, 0, 0), 3),
        ]
        assert archive.read("a/a.xml") == b"1"


def test_an_archive_made_elsewhere_becomes_the_same() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(zipfile.ZipInfo("b.xml", (2013, 12, 30, 8, 0, 0)), "2")
    assert undated(made.getvalue()) == zipped({"b.xml": b"2"})
