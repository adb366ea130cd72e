from liushou_cli.formats.xlsx import write_sheets
from tests.helpers.workbook import Workbook


def test_bare_rows_of_text() -> None:
    rows = [["type", "name", ""], ["text", "", "=1+1"]]
    made = write_sheets({"survey": rows, "settings": []})
    assert Workbook(made).sheets == {"survey": [["type", "name"], ["text", "=1+1"]], "settings": []}
    assert Workbook(made).formulas == []
    assert made == write_sheets({"survey": rows, "settings": []})
