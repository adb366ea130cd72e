"""liushou add-survey --from: what a telephone collected."""

from pathlib import Path

from tests.cli.conftest import Play

HEAD = "child;survey_date;surveyor;mind/mind_rating;mind/mind_finding;mind/mind_needs\r\n"


def test_from_a_file(small: Path, play: Play) -> None:
    good = HEAD + "1aaaaa;2013-12-20;陈静;concern;夜里哭;谈心、陪伴\r\n3ccccc;2013-12-21;;good;;\r\n"
    (small / "好.csv").write_bytes(good.encode("utf-8-sig"))
    (small / "坏.csv").write_bytes((good + "zzzzzz;2013-12-20;;差;;\r\n2bbbbb;;;;;\r\n").encode("gb18030"))
    later = HEAD + "9zzzzz;2013-12-20;;fair;;\r\n2bbbbb;2014-01-08;;fair;;\r\n"
    (small / "将来.csv").write_text(later, encoding="utf-8")
    play(
        "add-survey-from",
        small,
        """
        liushou add-survey --from 坏.csv
        liushou add-survey --from 将来.csv --json
        liushou add-survey --from 好.csv
        cat children/1aaaaa.yaml
        liushou add-survey --from 好.csv --json
        -- 不行的
        liushou add-survey 孙小梅 --from 好.csv
        liushou add-survey --from 没有.csv
        liushou add-survey --from class.yaml
        """,
    )
