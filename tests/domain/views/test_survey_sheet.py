from liushou_cli.domain.masking import Mask
from liushou_cli.domain.views.survey_sheet import survey_sheet
from tests.builders import child, roll, scene


def test_every_child_and_every_word_with_its_meaning() -> None:
    found = survey_sheet(scene(roll(child(), child(编号="9w2d4t", 姓名="王小明", 性别="男")), mask=Mask.NONE))
    assert found["受访的"] == [{"姓名": "李小花", "性别": "女"}, {"姓名": "王小明", "性别": "男"}]
    assert [one["方面"] for one in found["方面们"]] == ["学习", "生活", "心理", "安全", "健康"]
    assert [word["词"] for word in found["方面们"][0]["评定"]] == ["较好", "一般", "需关注", "紧急"]
    assert found["方面们"][3]["评定"][0]["意思"] == "知道防水防火防骗，路上、家里没有大的隐患"
