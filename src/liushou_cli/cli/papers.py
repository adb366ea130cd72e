"""The template of a document, ours or the folder's own, and the text that comes of it."""

from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from liushou_cli.cli import context, sources
from liushou_cli.domain.masking import Mask
from liushou_cli.errors import BadInput, TemplateFault


class Paper(NamedTuple):
    """``own`` says that the template is the folder's, not ours: it is rendered with its hands tied."""

    template: Any
    own: bool

    def markdown(self, view: Any) -> str:
        """Raises :class:`TemplateFault`."""
        if self.own:
            from liushou_cli.formats import guarded

            return guarded.render(self.template, view)
        from liushou_cli.formats import templates

        return templates.render(self.template, view)


def paper(desk: context.Desk, kind: str) -> Paper:
    """The folder's own template of *kind*, else ours. Raises :class:`Refused` for one that is not approved."""
    from liushou_cli.formats import kinds, templates
    from liushou_cli.usecases.own_template import own_kinds, own_template

    if own := own_template(desk.start, kind, context.home()):
        _whole(own.file, own.text)
        return Paper(templates.read(kind, own.text), own=True)
    if kind not in kinds.kinds():
        raise BadInput(
            f"没有“{kind}”这种文书", _meant(kind, sorted({*kinds.kinds(), *own_kinds(desk.start)}))
        )
    return Paper(templates.find(kind), own=False)


def _meant(kind: str, known: list[str]) -> str:
    """What was probably meant, then all there are."""
    near = "、".join(get_close_matches(kind, known, cutoff=0.7))
    return f"{f'是不是：{near}。' if near else ''}现有：{'、'.join(known)}"


def listed(desk: context.Desk) -> list[tuple[str, str, str, str, str]]:
    """(kind, title, scopes, file or 自带, what keeps it from being used) of every document there is here."""
    from liushou_cli.formats import kinds, templates
    from liushou_cli.usecases.own_template import is_approved, own_kinds, standing

    rows = []
    for kind in sorted({*kinds.kinds(), *own_kinds(desk.start)}):
        own = standing(desk.start, kind)
        try:
            read = templates.read(kind, own.text) if own else templates.find(kind)
        except TemplateFault:
            rows.append((kind, "", "", own.file if own else "", "抬头有错，见 liushou template check"))
            continue
        state = "" if not own or is_approved(desk.start, own, context.home()) else "没有认可"
        rows.append((kind, read.title, "、".join(read.scopes), own.file if own else "自带", state))
    return rows


def leaving(
    template: Any, found: Any, asked: Any, form: str, to: str | None = None, purpose: str | None = None
) -> dict[str, Any]:
    """What the ledger says of the document, should it leave the folder."""
    single = found.scene.chosen if asked.children else ()
    return {
        "command": f"report {template.kind}",
        "title": template.title,
        "form": form,
        "mask": found.scene.mask.value,
        "children": len(found.scene.chosen),
        "ids": tuple(member.child.id for member in single),
        "to": to or "",
        "purpose": purpose or "",
    }


def document(chosen: Paper, found: Any, form: str, fonts: Path | None = None) -> Any:
    """The document as text or bytes, in one of the formats of ``report``."""
    from liushou_cli.formats import blocks, writer
    from liushou_cli.formats.document import placed

    write, style = writer(form), found.scene.style
    parsed = placed(blocks.parse(chosen.markdown(found.view)), style.date_place)
    if form == "md":
        return write(parsed)
    if form == "pdf":
        return write(parsed, fonts, style.faces)
    if form != "html":
        return write(parsed, style.faces)
    public = found.scene.mask is Mask.FULL  # a page for everybody does not unfold to children's files
    traces = {} if public else {name: sources.once(counted) for name, counted in found.traces().items()}
    return write(parsed, traces, style.faces)


def _whole(file: str, text: str) -> None:
    from liushou_cli.domain.views import PARTS
    from liushou_cli.formats.template_header import header_faults

    if faults := header_faults(text, list(PARTS)):
        line, message, hint = faults[0]
        raise TemplateFault(f"{file}:{line}：{message}", hint or "用 liushou template check 看全部问题")
