import pytest
from hypothesis import given
from hypothesis import strategies as st

from liushou_cli.domain.ids import from_bytes, is_id


@pytest.mark.parametrize("text", ["4kx7qm", "000000", "zzzzzz", "hjkmnp"])
def test_ids(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4kx7q",
        "4kx7qmm",
        "4KX7QM",
        "4kx7qi",
        "4kx7ql",
        "4kx7qo",
        "4kx7qu",
        "../../",
        "4kx7q\n",
        "４kx7qm",
        "con.ya",
    ],
)
def test_no_ids(text: str) -> None:
    assert not is_id(text)


@given(st.binary(min_size=6, max_size=40))
def test_noise_of_any_kind_makes_an_id(noise: bytes) -> None:
    assert is_id(from_bytes(noise))


def test_every_letter_is_as_likely_as_any_other() -> None:
    drawn = "".join(from_bytes(bytes([byte] * 6)) for byte in range(256))
    assert {drawn.count(letter) for letter in set(drawn)} == {256 * 6 // 32}
