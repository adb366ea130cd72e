"""What a report counts and says: the figures and the documents of the example, whole."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from liushou_cli.domain.masking import Mask
from liushou_cli.domain.term import Term
from liushou_cli.domain.views.common import shown
from liushou_cli.errors import BadInput, Damaged
from liushou_cli.formats import blocks, markdown, templates
from liushou_cli.usecases.report import Asked, Report, report
from tests.helpers.places import ROOT, SCHOOL, TODAY
from tests.helpers.run import Runner
from tests.helpers.snapshot import Snapshot
from tests.helpers.views import values

DAY = date.fromisoformat(TODAY)
AUTUMN = Term(2013, 2)
# 2011-1 did everything, 2011-2 half, 2012-1 hardly anything; "" is the whole school.
PLACES = ["2012-2", "2011-1", "2011-2", "2012-1", ""]
TEMPLATES = sorted((ROOT / "templates").glob("*.j2"))
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def made(place: str, as_of: date | None = None, mask: Mask = Mask.INITIAL) -> Report:
    return report(SCHOOL / place, Asked(as_of=as_of, mask=mask), DAY)


def test_every_figure_of_a_class(snapshot: Snapshot) -> None:
    found = made("2012-2").summary.figures
    lines = [
        f"{name} {shown(one)}{one.unit}{f'，占 {one.of}' if one.of else ''}" for name, one in found.items()
    ]
    snapshot("documents/2012-2.figures.txt", "\n".join(lines) + "\n")


def test_every_trace_of_a_figure(snapshot: Snapshot) -> None:
    places = made("2012-2").traces()["教师通话次数"]
    snapshot("documents/2012-2.calls.txt", "".join(f"{place}\n" for place in places))


@pytest.mark.parametrize("place", PLACES)
def test_the_summary_in_markdown(place: str, run: Runner, snapshot: Snapshot) -> None:
    ran = run("report", cwd=SCHOOL / place)
    assert (ran.code, ran.err) == (0, "")
    snapshot(f"documents/{place or SCHOOL.name}.summary.md", ran.out)


def test_the_summary_in_html(run: Runner, snapshot: Snapshot) -> None:
    snapshot("documents/2012-2.summary.html", run("report", "--format", "html", cwd=SCHOOL / "2012-2").out)


def test_the_words_of_the_summary_in_word(run: Runner, snapshot: Snapshot) -> None:
    document = run("report", "--format", "docx", "-o", "-", cwd=SCHOOL / "2012-2").raw
    xml = zipfile.ZipFile(io.BytesIO(document)).read("word/document.xml").decode("utf-8")
    lines = [re.sub(r"<[^>]+>", "", part) for part in re.split(r"</w:p>|<w:br/>", xml)]
    snapshot("documents/2012-2.summary.docx.txt", "".join(f"{line}\n" for line in lines))


@pytest.mark.parametrize("place", PLACES)
def test_every_number_in_the_prose_is_counted_or_set(place: str) -> None:
    found = made(place)
    text = markdown.write(blocks.parse(templates.render(templates.find("summary"), found.view)))
    known = {number for value in values(found.view) for number in NUMBER.findall(value)}
    rows = {str(row) for row in range(1, len(found.view["未达标"]) + 1)}
    assert set(NUMBER.findall(text)) - known - rows == set()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_figure_is_typed_into_a_template(template: Path) -> None:
    assert list(_typed(template.read_text(encoding="utf-8"))) == []


def test_a_figure_typed_into_a_template_is_found() -> None:
    text = '---\n名称: 甲 1\n---\n共 5 次{% if n > 3 %}{{ "满7次" }}{% endif %}\n::: 表格 16,22\n９人'
    assert list(_typed(text)) == ["共 5 次", "９人", "满7次"]


def _typed(text: str) -> Iterator[str]:
    """Lines of a template that show a digit of their own; column widths of a form are no words."""
    body = text.split("---\n", 2)[2]
    tree = Environment(autoescape=True).parse(body)
    said = [node.data for node in tree.find_all(nodes.TemplateData)]
    said += [node.value for node in tree.find_all(nodes.Const) if isinstance(node.value, str)]
    for line in (line.strip() for one in said for line in one.splitlines()):
        if re.search(r"\d", line) and not line.startswith("::: 表格"):
            yield line


def test_shares_keep_their_fraction_in_json(run: Runner) -> None:
    told = json.loads(run("report", "--format", "json", cwd=SCHOOL / "2012-2").out)
    assert told["figures"]["留守占比"]["value"] == 24 / 46
    assert told["figures"]["留守占比"]["of"] == "在籍学生"


def test_nothing_after_the_day_counts() -> None:
    early, late = made("2012-2", date(2013, 10, 1)), made("2012-2")
    traces = [place.on for places in early.traces().values() for place in places]
    assert max(traces) <= "2013-10-01"
    assert early.summary.figures["家访次数"].value < late.summary.figures["家访次数"].value  # type: ignore[operator]
    assert early.view["落款日期"] == "2013年10月1日"


@pytest.mark.parametrize(
    ("term", "as_of", "today", "message"),
    [
        (AUTUMN, date(2013, 9, 1), DAY, "2013年秋季学期从 2013-09-02 开始，2013-09-01 还没有开学"),
        (AUTUMN, date(2014, 1, 1), DAY, "截止日期 2014-01-01 还没有到（今天是 2013-12-30）"),
        (Term(2014, 1), None, DAY, "2014年春季学期从 2014-02-01 开始，2013-12-30 还没有开学"),
        (Term(2012, 1), None, DAY, "口径“学籍”从 2013-01-01 起才有，不能用于 2012-08-31"),
    ],
)
def test_days_that_do_not_fit(term: Term, as_of: date | None, today: date, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        report(SCHOOL / "2012-2", Asked(term, as_of), today)
    assert refused.value.message == message


def test_a_damaged_file_stops_it(example: Path) -> None:
    (example / "2012-2" / "children" / "4kx7qm.yaml").write_text("姓名: [", encoding="utf-8")
    with pytest.raises(Damaged) as refused:
        report(example, Asked(), DAY)
    assert refused.value.message == "2012-2/children/4kx7qm.yaml:2：这里缺一个值"


def test_classes_of_two_definitions_have_no_common_figures(example: Path) -> None:
    file = example / "2013-1" / "class.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "口径: 普查\n", encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        report(example, Asked(), DAY)
    assert refused.value.message == "各班的口径不同：学籍、普查"


def test_a_document_of_children_is_about_those_named() -> None:
    found = report(SCHOOL / "2012-2", Asked(scopes=("孩子", "班级"), children=("李小花", "石岩")), DAY)
    assert found.view["学校"] == "新溪中学"


@pytest.mark.parametrize(
    ("place", "asked", "message"),
    [
        ("", Asked(scopes=("孩子", "班级")), "这种文书按班出"),
        ("2012-2", Asked(scopes=("学校",)), "这种文书是学校的"),
        ("2012-2", Asked(parts=("总结", "事件")), "这种文书一次只出写明的孩子的"),
        ("2012-2", Asked(children=("李小花",)), "这种文书不是按孩子出的"),
        ("2012-2", Asked(scopes=("孩子", "班级"), children=("冯雨",)), "冯雨不在这个班"),
        ("2012-2", Asked(scopes=("孩子", "班级"), children=("无此人",)), "没有“无此人”这个孩子"),
    ],
)
def test_a_document_must_fit_the_folder(place: str, asked: Asked, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        report(SCHOOL / place, asked, DAY)
    assert refused.value.message == message
