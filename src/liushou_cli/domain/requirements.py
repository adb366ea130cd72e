"""要求 of class.yaml and school.yaml: how often, by a preset, in its own words, and by attention level."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, Field, PlainSerializer

from liushou_cli.domain.base import Record, optional
from liushou_cli.domain.choices import Attention
from liushou_cli.domain.policy import LABELS, Policy, Rhythm, parse_rhythm
from liushou_cli.domain.presets import PRESETS, named


def _rhythm(value: Any) -> Any:
    return parse_rhythm(value) if isinstance(value, str) else value


def _preset(value: Any) -> Any:
    return named(value.strip()).name if isinstance(value, str) else value


Asked = Annotated[Rhythm, BeforeValidator(_rhythm), PlainSerializer(str)]
_DEFAULT = Policy()


class Rhythms(Record):
    """What is asked; only the fields that were set say anything."""

    visits: Asked = Field(default=_DEFAULT.visits, alias=LABELS["visits"])
    calls: Asked = Field(default=_DEFAULT.calls, alias=LABELS["calls"])
    surveys: Asked = Field(default=_DEFAULT.surveys, alias=LABELS["surveys"])
    family_calls: Asked = Field(default=_DEFAULT.family_calls, alias=LABELS["family_calls"])
    talks: Asked = Field(default=_DEFAULT.talks, alias=LABELS["talks"])
    letters: Asked = Field(default=_DEFAULT.letters, alias=LABELS["letters"])
    pair_contacts: Asked = Field(default=_DEFAULT.pair_contacts, alias=LABELS["pair_contacts"])

    def own(self) -> Iterator[tuple[str, Rhythm]]:
        """(field of the policy, its rhythm) of what was written here."""
        for name in Policy._fields:
            if name in self.model_fields_set:
                yield name, getattr(self, name)


class Requirements(Rhythms):
    preset: Annotated[str | None, BeforeValidator(_preset)] = optional("参照")
    ordinary: Rhythms | None = optional(Attention.ORDINARY.value)
    close: Rhythms | None = optional(Attention.CLOSE.value)
    urgent: Rhythms | None = optional(Attention.URGENT.value)

    def of_level(self, level: Attention) -> Rhythms | None:
        return {
            Attention.ORDINARY: self.ordinary, Attention.CLOSE: self.close, Attention.URGENT: self.urgent
        }[level]  # fmt: skip


class Rule(NamedTuple):
    """One rhythm in force. ``layer`` counts the requirements it may come from, -1 is the default;
    ``path`` leads to it in that file, ``preset`` is the one it was taken from."""

    rhythm: Rhythm
    layer: int = -1
    path: tuple[str, ...] = ()
    preset: str = ""


def rules(layers: Sequence[Requirements | None], level: Attention | None = None) -> dict[str, Rule]:
    """Every rule by field of the policy. Later *layers* go over earlier ones, a level's block over all else."""
    found = {name: Rule(rhythm) for name, rhythm in _DEFAULT._asdict().items()}
    for place, layer in enumerate(layers):
        if layer and layer.preset:
            asks = PRESETS[layer.preset].asks
            found |= {name: Rule(one, place, ("要求", "参照"), layer.preset) for name, one in asks.items()}
        if layer:
            found |= {name: Rule(one, place, ("要求", LABELS[name])) for name, one in layer.own()}
    for place, layer in enumerate(layers):
        block = layer.of_level(level) if layer and level else None
        if block and level:
            found |= {
                name: Rule(one, place, ("要求", level.value, LABELS[name])) for name, one in block.own()
            }
    return found


def policy(layers: Sequence[Requirements | None], level: Attention | None = None) -> Policy:
    """The rhythms of :func:`rules` alone."""
    return Policy(**{name: rule.rhythm for name, rule in rules(layers, level).items()})
