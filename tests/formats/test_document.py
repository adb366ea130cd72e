import pytest

from liushou_cli.formats.document import Cell, Form, Paragraph, Run, Title, half_widths, plain, title_of


@pytest.mark.parametrize(("text", "width"), [("", 0), ("abc", 3), ("留守", 4), ("“一”…—·", 12), ("第3名", 5)])
def test_half_widths(text: str, width: int) -> None:
    assert half_widths(text) == width


def test_plain_text_and_title() -> None:
    assert plain((Run("一"), Run("二", bold=True))) == "一二"
    assert title_of([Paragraph(()), Title(("甲", "乙")), Title(("丙",))]) == "甲乙"
    assert title_of([]) == ""


def test_a_cell_over_most_of_a_form_stands_left() -> None:
    form = Form((), ("center",) * 4, (1, 1, 1, 1))
    assert [form.align_of(Cell((), 1, across=across)) for across in (1, 2, 3)] == ["center", "center", "left"]
