"""What no document can hold is left out, and nothing else."""

from liushou_cli.formats.characters import printable


def test_only_what_cannot_be_written_goes() -> None:
    assert printable("\x00阿依古丽·买买提\x1b\t\n𬭎\ud800\ufffe😀") == "阿依古丽·买买提\t\n𬭎😀"
