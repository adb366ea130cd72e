"""A child as she will be when edits of her file are made, so that it can be judged before anything is written."""

from collections.abc import Iterable

from pydantic import ValidationError

from liushou_cli.domain.child import Child
from liushou_cli.domain.form import CHILD
from liushou_cli.errors import BadInput
from liushou_cli.store.class_records import must_be_whole
from liushou_cli.store.edit import Edit, apply
from liushou_cli.store.record import Loaded
from liushou_cli.store.refusals import refusal
from liushou_cli.store.yaml_text import parse, plain


def whole(loaded: Loaded[Child]) -> Child:
    """The child of a file that must be whole. Raises :class:`liushou_cli.errors.Damaged`."""
    must_be_whole(list(loaded.problems))
    assert loaded.value is not None  # noqa: S101  # no problems: it was read
    return loaded.value


def edited(loaded: Loaded[Child], edits: Iterable[Edit]) -> Child:
    """Raises :class:`BadInput` where the result would be no record, Damaged where it cannot be edited safely."""
    assert loaded.source is not None  # noqa: S101  # the caller has read it whole
    text = apply(loaded.source.text, edits, CHILD, loaded.file)
    try:
        return Child.model_validate(plain(parse(text)))
    except ValidationError as error:
        raise BadInput(*refusal(error)) from None
