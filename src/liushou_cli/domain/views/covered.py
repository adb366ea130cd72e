"""What is owed, in words that may leave the house: the child's name hidden, an incident never told,
nor what must be kept from anybody."""

from liushou_cli.domain.ahead import BIRTHDAY, RETURN
from liushou_cli.domain.masking import Mask
from liushou_cli.domain.owed import PLAN, PROMISE, Owed
from liushou_cli.domain.policy import LABELS
from liushou_cli.domain.views.children import veil_for
from liushou_cli.domain.withholding import cover_for
from liushou_cli.domain.withholding import covered as covered_child

OF_INCIDENT = "事件跟进"
_SHUT = {PROMISE: "答应的事", PLAN: "帮扶计划到期"}


def covered(entry: Owed, mask: Mask) -> tuple[str, str]:
    """(title, note): 李某某（4kx7qm）通话, 每月1次. The number tells apart children who share a surname."""
    child = entry.member.child
    kept = cover_for(child)
    if mask is Mask.NONE:
        return f"{kept(child.name)} {kept(said(entry))}", "" if entry.delicate else kept(entry.why)
    cover = veil_for(covered_child(child), mask)
    title = f"{cover.child()}（{child.id}）"
    if entry.kind in LABELS.values():
        return f"{title}{entry.kind}", kept(entry.why)
    if entry.kind in (BIRTHDAY, RETURN):
        return f"{title}{'过生日' if entry.kind == BIRTHDAY else kept(entry.what)}", ""
    told = _SHUT[entry.kind] if cover.shut and not entry.delicate else cover.text(kept(said(entry)))
    return f"{title}{OF_INCIDENT if entry.delicate else told}", "" if entry.delicate else kept(entry.why)


def said(entry: Owed) -> str:
    """What is to be done; of an incident no more than that there is something."""
    return OF_INCIDENT if entry.delicate else entry.what
