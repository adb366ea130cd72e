"""What a file says must be kept from somebody is kept from everybody here: who reads a list is not known."""

from liushou_cli.domain.child import Child

# How people name it -> the words of the format it stands under.
_MEANT = {
    ("住址", "地址", "住处", "住在"): ("现住址", "户籍地", "村组", "住址"),
    ("电话", "号码", "手机", "联系方式"): ("电话",),
    ("务工", "地点", "行踪", "去向", "下落"): ("父亲", "母亲", "行踪"),
    ("父母",): ("父亲", "母亲", "父母婚姻"),
    ("病", "残疾", "健康", "身体"): ("身体情况", "身体说明", "其他类别"),
    ("婚", "单亲"): ("父母婚姻", "其他类别"),
    ("身份证",): ("身份证号",),
    ("学籍",): ("学籍号", "学籍登记"),
    ("低保", "贫困", "经济", "救助"): ("其他类别", "家庭经济来源", "救助帮扶"),
    ("监护", "照护"): ("照护人", "关系", "监护情况"),
}
_WORDS = frozenset(
    {info.alias for info in Child.model_fields.values() if info.alias}
    | {"电话", "行踪", "住址", "关系"} | {word for words in _MEANT.values() for word in words}
)  # fmt: skip


def withheld(child: Child) -> frozenset[str]:
    """The words of the fields that 不得透露 names; what it says in other words may stand in sentences only."""
    found: set[str] = set()
    for one in child.withheld:
        found |= {word for word in _WORDS if word in one.what}
        for said, words in _MEANT.items():
            if any(word in one.what for word in said):
                found |= set(words)
    return frozenset(found - {"编号", "格式"})
