"""The order of keys names every key a file may hold, and no other."""

from liushou_cli.domain import form
from liushou_cli.domain.activity import Activities
from liushou_cli.domain.child import Child


def test_every_key_has_its_place() -> None:
    assert sorted(form.CHILD) == sorted(str(field.alias) for field in Child.model_fields.values())
    assert sorted(form.ACTIVITIES) == sorted(str(field.alias) for field in Activities.model_fields.values())
