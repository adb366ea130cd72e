"""``report --form`` and ``template check FILE``: a form with marks that somebody else made."""

from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.cli import context, output, places, sources
from liushou_cli.domain.masking import Mask
from liushou_cli.errors import BadInput, LiushouError, TemplateFault

SUFFIXES = (".docx", ".xlsx", ".docm", ".xlsm", ".doc", ".xls", ".wps", ".et")
SCOPES = ("班级", "学校", "孩子")
_TOLD = 8  # places left blank that are told one by one


class Sheet(NamedTuple):
    """A form as read from ``path``: ``wrong`` are faults found while reading, ``used`` the names in it."""

    path: Path
    form: Any
    wrong: list[Any]
    used: Any

    @property
    def of_children(self) -> bool:
        """One copy a child: the form speaks of ``孩子``."""
        from liushou_cli.domain.views.forms import CHILD

        return CHILD in self.used.names

    @property
    def figures(self) -> frozenset[str] | None:
        """Those it prints or asks about; None where it may be any."""
        return None if self.used.all_figures else self.used.figures


def sheet(desk: context.Desk, place: Path) -> Sheet:
    """Raises :class:`BadInput` and :class:`Refused` for a file that is not opened."""
    from importlib import import_module

    from liushou_cli.formats.forms.skeleton import must_have_marks
    from liushou_cli.formats.guarded.used import used
    from liushou_cli.formats.office.parts import understood
    from liushou_cli.usecases.form_file import form_file

    data = form_file(desk.start, place)
    kind = {".docx": "word", ".xlsx": "excel"}[place.suffix.lower()]
    with understood(place.name):
        form, wrong = import_module(f"liushou_cli.formats.forms.{kind}").read(place.name, data)
    if not wrong:
        must_have_marks(form)
    return Sheet(desk.start / place, form, wrong, used(form.body()))


def faults(one: Sheet, scene: Any) -> list[Any]:
    """All that is wrong with the marks; names are looked up where there is a *scene*."""
    from liushou_cli.domain.views.forms import CHILD, CHILDREN, for_form, names
    from liushou_cli.formats.forms.faults import faults as of_form
    from liushou_cli.formats.guarded.names import row

    if scene is None:
        return of_form(one.form, one.wrong, None)
    view = for_form(scene, one.used.names)
    if one.of_children:
        view[CHILD] = row(view[CHILDREN]) or {}
    return of_form(one.form, one.wrong, view, names())


def whole(one: Sheet, scene: Any) -> None:
    """Raises :class:`TemplateFault` for the first thing wrong."""
    wrong = faults(one, scene)
    if wrong:
        more = (
            f"；共 {len(wrong)} 处，全部见 liushou template check {one.form.file}" if len(wrong) > 1 else ""
        )
        fault = wrong[0].failure(one.form.file)
        raise TemplateFault(fault.message, fault.hint + more)


def filled(one: Sheet, scene: Any) -> Any:
    """The copies, one for each chosen child where the form speaks of ``孩子``. Raises :class:`TemplateFault`."""
    from liushou_cli.domain.views.forms import CHILD, CHILDREN, for_form
    from liushou_cli.formats.forms.fill import fill

    view = for_form(scene, one.used.names)
    if not one.of_children:
        return fill(one.form, view, [{}])
    if not view[CHILDREN]:
        raise BadInput("没有留守儿童可填", "用 --child 写明给谁填")
    children = view[CHILDREN]
    return fill(
        one.form,
        {**view, CHILDREN: []} if CHILDREN not in one.used.names else view,
        [{CHILD: child} for child in children],
    )


def found(
    desk: context.Desk, one: Sheet, when: tuple[Any, Any, Mask | None], children: list[str], to: str
) -> Any:
    """What the records say for it. *when*: the term, the day, the mask where one is asked for."""
    from liushou_cli.usecases.report import Asked, report

    asked = Asked(*when, SCOPES, (), tuple(children), to=to, open_names=one.of_children)
    return report(desk.start, asked, desk.today)


def report(
    desk: context.Desk,
    one: Sheet,
    found: Any,
    whose: tuple[list[str], str, str],
    place: Path | None,
    *,
    trace: bool,
) -> None:
    """The form, filled: one file, or a folder of one file a child. *whose*: children named, for whom, what for."""
    suffix = one.form.suffix[1:]
    target = places.possible(place, suffix, (suffix,), desk.start)
    if target and target.exists() and target.samefile(one.path):
        raise BadInput("--output 就是这张表自己", "换一个文件名，空表还要用")
    whole(one, found.scene)
    if trace:
        output.say(sources.traces(found, one.figures) or "这张表里没有数字。")
        return
    made = filled(one, found.scene)
    children, to, purpose = whose
    name = f"{found.view['学校']}{found.view['班级']}{found.view['学期']}{Path(one.form.file).stem}"
    ids = [member.child.id for member in found.scene.chosen]
    leaving = {
        "command": "report --form", "title": one.form.file, "form": suffix, "mask": found.scene.mask.value,
        "children": len(ids), "ids": tuple(ids) if children else (), "to": to, "purpose": purpose,
    }  # fmt: skip
    if one.of_children and len(children) != 1:
        folder = target or places.free(desk.start, name, "")
        places.deliver_each(desk, dict(zip(ids, made.files, strict=True)), folder, suffix, leaving)
    else:
        places.deliver(desk, made.files[0], target or places.free(desk.start, name, suffix), leaving)
    tell_blank(made.blank)


def tell_blank(blank: Any) -> None:
    """What had nothing to print: the teacher fills it by hand, or the record first."""
    if not blank:
        return
    said = [
        f"  {place} {mark}" + (f"（{times} 处）" if times > 1 else "")
        for (place, mark), times in blank.items()
    ]
    left = len(said) - _TOLD
    output.talk(
        "\n".join(["档案里没有，空着的：", *said[:_TOLD], *([f"  还有 {left} 处"] if left > 0 else [])])
    )


def agree(one: Sheet, children: Any, kind: str, form: str, final: bool) -> None:
    """Raises where other options ask for what a form cannot give."""
    from liushou_cli.domain.views.forms import CHILD, CHILDREN

    if kind != "summary":
        raise BadInput("--form 已经说了出哪张表，不再写文书的名字", f"去掉 {kind}，或去掉 --form")
    if form not in ("md", one.form.suffix[1:]):
        raise BadInput(f"这张表填出来还是 {one.form.suffix[1:]}", "去掉 --format")
    if final:
        raise BadInput(
            "--final 和 --compare 只用于自带的和自己模板的文书", "去掉 --final、--compare，或去掉 --form"
        )
    if children and not {CHILD, CHILDREN} & one.used.names:
        raise BadInput("这张表不是按孩子填的", "去掉 --child；表里写 {{ 孩子.姓名 }} 才按孩子填")


def problems(desk: context.Desk, place: Path, scenes: Any) -> list[tuple[str, str, str]]:
    """(place, message, hint) of all that is wrong, after a trial where nothing is."""
    one = sheet(desk, place)
    found = [
        (wrong.place, wrong.message, wrong.said()) for wrong in faults(one, scenes[0] if scenes else None)
    ]
    if found or not scenes:
        return found
    try:
        filled(one, scenes[0]._replace(mask=Mask.INITIAL))
    except LiushouError as fault:
        return [("", fault.message.removeprefix(f"{one.form.file}："), fault.hint)]
    return []
