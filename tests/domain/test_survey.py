from liushou_cli.domain.survey import Survey


def test_only_the_aspects_that_were_asked_in_the_order_of_the_form() -> None:
    survey = Survey.model_validate(
        {
            "日期": "2013-09-10",
            "健康": {"评定": "较好"},
            "学习": {"评定": "需关注", "情况": "数学基础弱", "需求": "课外辅导"},
            "安全": {"评定": "一般"},
        }
    )
    assert [(label, aspect.rating.value, aspect.needs) for label, aspect in survey.aspects()] == [
        ("学习", "需关注", ("课外辅导",)),
        ("安全", "一般", ()),
        ("健康", "较好", ()),
    ]
