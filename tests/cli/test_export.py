"""liushou export, from the records to what another person opens."""

import csv
import io
import json
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.conftest import Play
from tests.helpers.run import Ran, Runner
from tests.helpers.workbook import Workbook

KINDS = {
    "csv": ["roster", "--format", "csv"],
    "json": ["roster", "--format", "json"],
    "jsonl": ["roster", "--format", "jsonl"],
    "records": ["records"],
    "statistics": ["statistics"],
    "anonymous": ["--anonymous"],
}


def test_talk(small: Path, play: Play) -> None:
    play(
        "export",
        small,
        """
        liushou export --format jsonl
        liushou export roster --fields 姓名,性别,照护人,电话 --format json --mask none --for 镇中心校 --purpose 上报
        liushou export statistics --format jsonl --mask full
        liushou export records
        liushou export -o 名单.xlsx --json --by 周文
        liushou audit
        liushou audit --since 2014-01-01
        liushou audit --verify 名单.xlsx
        liushou audit --verify class.yaml
        liushou audit --json --since 明天
        ls ledger
        liushou check
        -- 不行的
        liushou export 花名册
        liushou export --format docx
        liushou export --fields 姓名,血型
        liushou export statistics --fields 姓名
        liushou export --k 6
        liushou export --anonymous
        liushou export --anonymous --k 3
        liushou export --anonymous --vcard
        liushou export records --anonymous
        liushou export --anonymous --mask none
        liushou export --vcard --mask full
        liushou export --mask 全隐
        liushou export --term 春天
        liushou export --as-of 2014-01-01
        liushou export --json
        liushou export -o class.yaml
        liushou export -o ledger/a.csv
        liushou export -o 没有的文件夹/a.csv
        """,
    )


def csv_rows(ran: Ran) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ran.raw.decode("utf-8-sig"), newline="")))


@pytest.fixture
def names(example: Path, run: Runner) -> list[str]:
    told = json.loads(run("list", "--json", cwd=example).out)
    return [one["name"] for one in told] + [one["id"] for one in told]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("records",)])
@pytest.mark.parametrize("mask", ["initial", "full"])
def test_no_name_and_no_number_gets_out_unasked(
    kind: str, mask: str, example: Path, run: Runner, names: list[str]
) -> None:
    masked = [] if kind == "anonymous" else ["--mask", mask]
    ran = run("export", *KINDS[kind], *masked, cwd=example)
    assert (ran.code, len(ran.raw) > 100) == (0, True)
    assert [name for name in names if name in ran.raw.decode()] == []


def test_a_roster_is_the_same_in_every_format(example: Path, run: Runner) -> None:
    place = example / "2012-2"
    rows = csv_rows(run("export", cwd=place))
    assert json.loads(run("export", "--format", "json", cwd=place).out)["rows"] == rows
    assert [
        json.loads(line) for line in run("export", "--format", "jsonl", cwd=place).out.splitlines()
    ] == rows
    run("export", "-o", "a.xlsx", cwd=place)
    (sheet,) = Workbook((place / "a.xlsx").read_bytes()).sheets.values()
    assert sheet[1:] == [list(rows[0]), *(list(row.values()) for row in rows)]


def test_the_workbook_is_ready_to_look_through_print_and_fill(example: Path, run: Runner) -> None:
    place = example / "2012-2"
    run(
        "export",
        "-o",
        "a.xlsx",
        "--mask",
        "none",
        "--fields",
        "班级,姓名,性别,电话,关注等级,现住址",
        cwd=place,
    )
    book = Workbook((place / "a.xlsx").read_bytes())
    ((name, xml),) = book.xml.items()
    assert (book.formulas, "hyperlink" in xml, "autoFilter" in xml) == ([], False, True)
    assert (book.element(name, "pane")["xSplit"], book.element(name, "pane")["ySplit"]) == ("2", "2")
    assert book.element(name, "pageSetup")["paperSize"] == "9"
    assert xml.count("<dataValidation ") == 3
    phones = [row[3] for row in book.sheets[name][2:] if row[3]]
    assert [phone for phone in phones if not isinstance(phone, str)] == []
    assert phones


def test_the_figures_come_with_charts_from_their_cells(example: Path, run: Runner) -> None:
    run("export", "statistics", "-o", "a.xlsx", cwd=example)
    book = Workbook((example / "a.xlsx").read_bytes())
    assert len([name for name in book.parts if name.startswith("xl/charts/chart")]) == 4
    assert book.formulas == []
    published = run("export", "statistics", "-o", "b.xlsx", "--mask", "full", cwd=example)
    assert published.code == 0
    assert not any("chart" in name for name in Workbook((example / "b.xlsx").read_bytes()).parts)


def test_a_formula_in_a_name_stays_text(small: Path, run: Runner) -> None:
    file = small / "children" / "1aaaaa.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("姓名: 孙小梅", '姓名: "=1+1"'), encoding="utf-8"
    )
    told = run("export", "--mask", "none", cwd=small)
    assert csv_rows(told)[0]["姓名"] == "'=1+1"
    run("export", "--mask", "none", "-o", "a.xlsx", cwd=small)
    assert Workbook((small / "a.xlsx").read_bytes()).formulas == []


def test_every_anonymous_row_has_four_others_like_it(example: Path, run: Runner) -> None:
    ran = run("export", "--anonymous", cwd=example)
    rows = Counter(tuple(row.items()) for row in csv_rows(ran))
    assert min(rows.values()) >= 5
    told = json.loads(run("export", "--anonymous", "--format", "json", "--k", "8", cwd=example).out)
    assert (told["k"], told["released"]) == (8, len(told["rows"]))
    counted = json.loads(run("report", "--format", "json", cwd=example).out)["figures"]["留守儿童"]["value"]
    assert told["released"] + told["left_out"] == counted
    assert "as_of" not in told
    assert f"k=5：每一种组合至少 5 名相同。出了 {sum(rows.values())} 名" in ran.err


def test_the_book_of_telephones(example: Path, run: Runner, names: list[str]) -> None:
    ran = run("export", "--vcard", "-o", "-", cwd=example)
    text = ran.raw.decode()
    assert (text.count("BEGIN:VCARD"), text.count("\n")) == (text.count("END:VCARD"), text.count("\r\n"))
    assert "注意：写明了受保护的字段：电话。" in ran.err
    grown_ups = {"FN", "N"}
    assert grown_ups <= {line.partition(":")[0] for line in text.split("\r\n")}
    assert [name for name in names if name in text] == []


def test_a_form_for_the_telephone_holds_no_whole_name_unless_asked(
    example: Path, run: Runner, names: list[str]
) -> None:
    run("export", "--xlsform", "-o", "a.xlsx", cwd=example / "2012-2")
    book = Workbook((example / "2012-2" / "a.xlsx").read_bytes())
    assert list(book.sheets) == ["survey", "choices", "settings"]
    labels = [str(row[2]) for row in book.sheets["choices"] if row[0] == "children"]
    assert len(labels) == 24
    assert [name for name in names if len(name) != 6 and any(name in label for label in labels)] == []
    run("export", "--xlsform", "-o", "a.xlsx", "--mask", "none", cwd=example / "2012-2")
    assert sum(any(name in str(row) for name in names if len(name) != 6) for row in Workbook(
        (example / "2012-2" / "a.xlsx").read_bytes()
    ).sheets["choices"]) == 24  # fmt: skip


def test_a_document_written_outside_is_entered_and_inside_is_not(example: Path, run: Runner) -> None:
    place = example / "2012-2"
    inside = run("report", "roster", "--format", "docx", cwd=place)
    assert ("已登记外出" in inside.err, (example / "ledger").exists()) == (False, False)
    run("report", "roster", "-o", "../../a.md", "--for", "镇中心校", cwd=place)
    child = json.loads(run("list", "--json", cwd=place).out)[0]
    run(
        "report",
        "card",
        "--child",
        child["name"],
        "-o",
        f"../../{child['name']}.html",
        "--format",
        "html",
        cwd=place,
    )
    first, second = json.loads(run("audit", "--json", cwd=place).out)["entries"]
    assert (first["命令"], first["给谁"], first["去处"], first["人数"]) == (
        "report roster",
        "镇中心校",
        "a.md",
        24,
    )
    assert (second["孩子"], second["人数"], second["去处"], second["隐名"]) == (
        *([child["id"]], 1, "某某.html", "none"),
    )
    assert child["name"] not in (example / "ledger" / "2013-12.yaml").read_text(encoding="utf-8")


def test_the_entry_is_a_commit_of_its_own(example_repo: Path, run: Runner) -> None:
    import subprocess

    run("export", "-o", "名单.csv", cwd=example_repo / "2012-2")
    shown = subprocess.run(
        ["git", "show", "--stat=200", "--format=%s"], cwd=example_repo, capture_output=True, check=True
    ).stdout.decode()
    assert shown.splitlines()[0] == "外出登记：export roster（2013-12-30）"
    assert "ledger/2013-12.yaml" in shown
    assert "1 file changed" in shown


def test_words_for_the_ledger_must_be_writable(small: Path, run: Runner) -> None:
    ran = run("export", "-o", "a.csv", "--for", "局\x07长", cwd=small)
    assert (ran.code, (small / "a.csv").exists(), (small / "ledger").exists()) == (2, False, False)


def test_a_broken_ledger_is_named_and_nothing_is_added(small: Path, run: Runner) -> None:
    (small / "ledger").mkdir()
    (small / "ledger" / "2013-12.yaml").write_text("格式: 1\n外出: [\n", encoding="utf-8")
    assert "ledger/2013-12.yaml:" in run("check", cwd=small).out
    assert run("audit", cwd=small).code == 3
    ran = run("export", "-o", "a.csv", cwd=small)
    assert (ran.code, (small / "a.csv").exists()) == (3, False)
