"""What a file may say of the people around a child, and of how the child is cared for."""

from liushou_cli.domain.choices.words import Choice


class Whereabouts(Choice):
    HOME = "在家"
    AWAY_WORKING = "外出务工"
    AWAY_OTHERWISE = "外出其他"
    DEAD = "去世"
    MISSING = "失联"
    PRISON = "服刑"
    OTHER = "其他"


class Marriage(Choice):
    MARRIED = "在婚"
    DIVORCED = "离异"
    WIDOWED = "丧偶"
    UNMARRIED = "未婚"
    SEPARATED = "分居"
    OTHER = "其他"


class Relation(Choice):
    PATERNAL_GRANDFATHER = "爷爷"
    PATERNAL_GRANDMOTHER = "奶奶"
    MATERNAL_GRANDFATHER = "外公"
    MATERNAL_GRANDMOTHER = "外婆"
    FATHER = "父亲"
    MOTHER = "母亲"
    FATHERS_ELDER_BROTHER = "伯父"
    FATHERS_ELDER_BROTHERS_WIFE = "伯母"
    FATHERS_YOUNGER_BROTHER = "叔叔"
    FATHERS_YOUNGER_BROTHERS_WIFE = "婶婶"
    FATHERS_SISTER = "姑姑"
    FATHERS_SISTERS_HUSBAND = "姑父"
    MOTHERS_BROTHER = "舅舅"
    MOTHERS_BROTHERS_WIFE = "舅妈"
    MOTHERS_SISTER = "姨妈"
    MOTHERS_SISTERS_HUSBAND = "姨父"
    BROTHER = "哥哥"
    SISTER = "姐姐"
    NEIGHBOUR = "邻居"
    FRIEND = "朋友"
    TEACHER = "老师"
    SELF = "自己"
    OTHER = "其他"


GRANDPARENTS = frozenset(
    {
        Relation.PATERNAL_GRANDFATHER,
        Relation.PATERNAL_GRANDMOTHER,
        Relation.MATERNAL_GRANDFATHER,
        Relation.MATERNAL_GRANDMOTHER,
    }
)


PARENTS = frozenset({Relation.FATHER, Relation.MOTHER})


class Pairer(Choice):
    PROXY_PARENT = "代理家长"
    SUPPORT_TEACHER = "帮扶教师"
    OTHER = "其他"


class CareQuality(Choice):
    """The only official scale, of the 2016 form; set by the teacher."""

    GOOD = "较好"
    FAIR = "一般"
    POOR = "差"


class Attention(Choice):
    ORDINARY = "普通"
    CLOSE = "重点"
    URGENT = "紧急"
