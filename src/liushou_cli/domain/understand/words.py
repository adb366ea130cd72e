"""Words people write in a cell, and the record's own word for each."""

from liushou_cli.domain.choices import (
    Attention,
    CareQuality,
    Category,
    Gender,
    Health,
    Household,
    Income,
    Lodging,
    Marriage,
    Registered,
    Relation,
    Relief,
    Schooling,
    Whereabouts,
)

YES = frozenset(["是", "有", "√", "✓", "✔", "☑", "对", "Y", "y", "YES", "yes", "Yes", "享受", "在"])
NO = frozenset(
    [
        "否",
        "无",
        "不是",
        "没有",
        "×",
        "✗",
        "✕",
        "N",
        "n",
        "NO",
        "no",
        "No",
        "不",
        "非",
        "未",
        "不享受",
        "不在",
    ]
)
# What stands in a cell that says nothing.
NOTHING = frozenset(
    [
        "无",
        "暂无",
        "没有",
        "—",
        "——",
        "-",
        "--",
        "/",
        "\\",
        "、",
        "不详",
        "未知",
        "不清楚",
        "空",
        "N/A",
        "n/a",
        "无。",
        "未填",
        "略",
        "―",
    ]
)


def _table(choice: type, **words: str) -> dict[str, str]:
    """Every spelling of every word of *choice*, its own first."""
    own = {str(member.value): str(member.value) for member in choice}  # type: ignore[attr-defined]
    more = {spelt: own[word] for word, spellings in words.items() for spelt in spellings.split()}
    return {**own, **more}


CHOICES: dict[str, dict[str, str]] = {
    "性别": _table(Gender, 男="男性 男生 男孩 ♂", 女="女性 女生 女孩 ♀"),
    "就读方式": _table(
        Lodging, 走读="走读生 通学 不寄宿 不住校 通校", 寄宿="住校 住宿 寄宿生 住校生 住宿生 内宿 在校寄宿"
    ),
    "户口性质": _table(
        Household,
        农业="农村 农 农业户口 农村户口 农业户",
        非农业="非农 城镇 非农业户口 城镇户口 非农户口 城市",
    ),
    "身体情况": _table(
        Health,
        健康="良好 健康或良好 正常 好 身体健康 健康良好 无疾病",
        残疾="残疾人 有残疾",
        患病="有慢性病 慢性病 重病 大病 有病 患重病",
    ),
    "学籍登记": _table(
        Registered,
        双亲留守="双亲留守儿童 父母双方外出 双方外出 父母均外出 双方均外出 父母双方外出务工 父母都外出 父母均外出务工 双留守",
        单亲留守="单亲留守儿童 父母一方外出 一方外出 单方外出 父母单方外出 父母一方外出务工 父亲外出 母亲外出 父亲外出务工 "
        "母亲外出务工 父亲一方外出 母亲一方外出 单留守",
        非留守="非留守儿童 否 不是 不是留守儿童 无 非",
    ),
    "就学情况": _table(Schooling, 中职="职高 中专 技校"),
    "父母婚姻": _table(
        Marriage,
        在婚="已婚 正常 结婚 原配 初婚 婚姻正常",
        离异="离婚 离 已离婚 已离异 父母离异 父母离婚",
        丧偶="丧 一方去世",
    ),
    "监护情况": _table(
        CareQuality,
        较好="监护情况较好 好 良好",
        一般="监护情况一般",
        差="监护情况差 较差 无人监护 父或母无监护能力 受委托监护人监护能力不足 父母无监护能力",
    ),
    "关注等级": _table(Attention, 普通="一般 一般关注 普通关注", 重点="重点关注", 紧急="紧急关注"),
    "行踪": _table(
        Whereabouts,
        在家="家 家中 在家务农 务农 本地 在本地 本村 家里 在家里 在家照顾 居家 未外出 没有外出 不外出 在家中 家务",
        外出务工="外出 务工 打工 在外 在外务工 在外打工 外出打工 外地务工 外地打工 外出务工人员",
        去世="已故 病故 亡故 死亡 亡 已去世 已亡 去逝 已去逝 病逝 已病逝 过世 已过世 故 殁",
        失联="失踪 下落不明 离家出走 出走 联系不上 无音讯",
        服刑="坐牢 在押 服刑中 服刑人员 监狱",
    ),
    "关系": _table(
        Relation,
        爷爷="祖父 爷 亲爷爷 爷孙",
        奶奶="祖母 奶 亲奶奶 奶孙",
        外公="外祖父 姥爷 姥公",
        外婆="外祖母 姥姥 姥娘 阿婆",
        父亲="父 爸爸 爸 父子 父女",
        母亲="母 妈妈 妈 母子 母女",
        伯父="伯伯 大伯 伯 大爹",
        伯母="大妈 大娘 伯娘",
        叔叔="叔 叔父",
        婶婶="婶 婶娘 婶子",
        姑姑="姑 姑妈 姑母",
        姑父="姑夫 姑爹",
        舅舅="舅 舅父",
        舅妈="舅母",
        姨妈="姨 姨母 姨娘",
        姨父="姨夫",
        哥哥="哥 兄 兄长 兄弟",
        姐姐="姐 姊",
        自己="本人",
        其他="其它 亲戚 亲属 其他亲属",
    ),
}
SEVERAL: dict[str, dict[str, str]] = {
    "其他类别": _table(
        Category,
        单亲家庭="单亲 单亲家庭子女",
        流动儿童="随迁子女",
        困境儿童="困境",
        残疾="残疾儿童",
        低保="低保户",
        建档立卡="建档立卡户",
    ),
    "家庭经济来源": _table(
        Income, 打工收入="打工 务工 务工收入", 种养殖业="种养殖 务农 种植 养殖", 其他="其它"
    ),
    "救助帮扶": _table(Relief, 享受低保="低保 最低生活保障", 其他救助="其他 其它"),
}
# What a cell says that is true of two words, and so of neither.
UNCLEAR = {
    "学籍登记": {
        "是": "只写了“是”，分不出双亲留守还是单亲留守",
        "单亲": "是单亲留守（父母一方外出）还是单亲家庭，分不出",
        "双亲": "是双亲留守还是双亲家庭，分不出",
        "留守": "分不出双亲留守还是单亲留守",
        "留守儿童": "分不出双亲留守还是单亲留守",
    },
    "关系": {
        word: "分不出是哪一位，写一位的称呼"
        for word in [
            "祖父母",
            "外祖父母",
            "爷爷奶奶",
            "爷奶",
            "外公外婆",
            "姥爷姥姥",
            "祖孙",
            "父母",
            "隔代",
            "祖辈",
        ]
    },
}
