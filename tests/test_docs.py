"""The reference is written by the program, and nothing a person can meet is left unsaid."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

import liushou_cli.domain
from tests.helpers import reference
from tests.helpers.places import DOCS, ROOT, SCHOOL, SOURCE
from tests.helpers.run import Runner
from tests.helpers.snapshot import compare


def test_commands_page_is_up_to_date(run: Runner, request: pytest.FixtureRequest) -> None:
    update = request.config.getoption("--docs-update")
    compare(DOCS / "commands.md", reference.page(run), update=update, switch="--docs-update")


def test_the_page_of_template_variables_is_up_to_date(run: Runner, request: pytest.FixtureRequest) -> None:
    update = request.config.getoption("--docs-update")
    page = run("template", "vars", cwd=SCHOOL / "2012-2").out
    compare(DOCS / "template-variables.md", page, update=update, switch="--docs-update")


def test_every_command_and_option_says_what_it_does() -> None:
    silent = [" ".join(words) for words, command in reference.commands() if words and not command.help]
    silent += [
        " ".join((*words, option.opts[0]))
        for words, command in reference.commands()
        for option in reference.options(command)
        if not option.help
    ]
    assert silent == []


def test_every_command_is_shown_at_work_somewhere() -> None:
    """A page other than the generated one mentions `liushou VERB`."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in _written_pages())
    verbs = {" ".join(words) for words, _ in reference.commands() if words}
    assert sorted(verb for verb in verbs if not re.search(rf"\bliushou (-C \S+ )?{verb}\b", text)) == []


def test_every_exit_code_is_explained() -> None:
    source = (SOURCE / "errors.py").read_text(encoding="utf-8")
    codes = set(re.findall(r"exit_code: ClassVar\[int\] = (\d+)|exit_code = (\d+)", source))
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert sorted(a or b for a, b in codes if f"| {a or b} |" not in text) == []


def test_every_key_of_a_record_is_in_the_format_page() -> None:
    text = (DOCS / "record-format.md").read_text(encoding="utf-8")
    assert sorted(key for key in _keys() if key not in text) == []


def _written_pages() -> list[Path]:
    return [
        path
        for path in [ROOT / "README.md", *DOCS.glob("*.md")]
        if path.name not in {"commands.md", "errors.md"}
    ]


def _keys() -> set[str]:
    """Every word that may stand before a colon in a record or a settings file."""
    for module in pkgutil.iter_modules(liushou_cli.domain.__path__, "liushou_cli.domain."):
        importlib.import_module(module.name)
    models = [model for model in _subclasses(BaseModel) if model.__module__.startswith("liushou_cli.domain")]
    return {field.alias for model in models for field in model.model_fields.values() if field.alias}


def _subclasses(model: type[BaseModel]) -> set[type[BaseModel]]:
    return {model}.union(*(_subclasses(child) for child in model.__subclasses__()))


def test_every_class_named_in_the_glossary_exists() -> None:
    text = (DOCS / "glossary.md").read_text(encoding="utf-8")
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (SOURCE / "domain").glob("*.py"))
    named = set(re.findall(r"`([A-Z][A-Za-z]+)`", text))
    assert sorted(name for name in named if not re.search(rf"^class {name}\b", sources, re.MULTILINE)) == []
