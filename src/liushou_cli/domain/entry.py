"""Whether a record may be entered for a child on a day."""

from datetime import date

from liushou_cli.domain.roster import Row


def why_not(row: Row, on: date, today: date) -> str:
    """A sentence that says why a record dated *on* cannot be; "" where it can."""
    if on > today:
        return f"日期 {on} 还没有到（今天是 {today}）"
    if on < row.born:
        return f"日期 {on} 早于{row.name}的出生日期 {row.born}"
    if not row.on_file_on(on):
        return f"{on} 那天{row.name}不在这个班"
    return ""
