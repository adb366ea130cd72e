"""Closed lists of words a record may hold. The value is the word of the forms themselves."""

from enum import StrEnum


class Choice(StrEnum):
    """A closed list; :meth:`words` are what a person may write."""

    @classmethod
    def words(cls) -> list[str]:
        return [member.value for member in cls]


class YesNo(Choice):
    YES = "是"
    NO = "否"


class HasNot(Choice):
    HAS = "有"
    NOT = "无"


class Gender(Choice):
    MALE = "男"
    FEMALE = "女"


class Lodging(Choice):
    DAY = "走读"
    BOARDING = "寄宿"


class Household(Choice):
    RURAL = "农业"
    URBAN = "非农业"


class Schooling(Choice):
    KINDERGARTEN = "幼儿园"
    NOT_YET = "未入园"
    PRIMARY = "小学"
    JUNIOR = "初中"
    SENIOR = "高中"
    VOCATIONAL = "中职"
    DROPPED_OUT = "辍学"
    NOT_ENROLLED = "不在学"


class Health(Choice):
    HEALTHY = "健康"
    DISABLED = "残疾"
    ILL = "患病"


class LeavingReason(Choice):
    TRANSFER = "转学"
    OTHER_CLASS = "转班"
    GRADUATED = "毕业"
    PARENTS_RETURNED = "父母返乡"
    MIGRATED = "随迁"
    DROPPED_OUT = "辍学"
    OTHER = "其他"


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


class CareQuality(Choice):
    """The only official scale, of the 2016 form; set by the teacher."""

    GOOD = "较好"
    FAIR = "一般"
    POOR = "差"


class Attention(Choice):
    ORDINARY = "普通"
    CLOSE = "重点"
    URGENT = "紧急"


class Registered(Choice):
    """是否留守儿童 as the national pupil register words it; 单亲 = one parent away."""

    BOTH = "双亲留守"
    ONE = "单亲留守"
    NOT = "非留守"


class Category(Choice):
    SINGLE_PARENT = "单亲家庭"
    MIGRANT = "流动儿童"
    ORPHAN = "孤儿"
    IN_DIFFICULTY = "困境儿童"
    DISABLED = "残疾"
    MINIMUM_LIVING = "低保"
    REGISTERED_POOR = "建档立卡"
    OTHER = "其他"


class Income(Choice):
    WAGES = "打工收入"
    FARMING = "种养殖业"
    GOVERNMENT = "政府救助"
    RELATIVES = "亲朋接济"
    OTHER = "其他"


class Relief(Choice):
    MINIMUM_LIVING = "享受低保"
    TEMPORARY = "临时救助"
    MEDICAL = "医疗救助"
    HOUSING = "住房救助"
    OTHER = "其他救助"


class Pairer(Choice):
    PROXY_PARENT = "代理家长"
    SUPPORT_TEACHER = "帮扶教师"
    OTHER = "其他"


class Rating(Choice):
    """A survey's word on one aspect, from good to urgent."""

    GOOD = "较好"
    FAIR = "一般"
    CONCERN = "需关注"
    URGENT = "紧急"


class VisitKind(Choice):
    SCHEDULED = "定期"
    UNSCHEDULED = "不定期"


class CallKind(Choice):
    WITH_PARENT = "教师联系家长"
    WITH_CAREGIVER = "教师联系照护人"
    FAMILY = "亲情通话"


class Channel(Choice):
    PHONE = "电话"
    WECHAT = "微信"
    VIDEO = "视频"
    MESSAGE = "短信"
    MEETING = "见面"
    LETTER = "书信"


class CallResult(Choice):
    THROUGH = "接通"
    NOT_THROUGH = "未接通"


class SupportKind(Choice):
    STUDY = "学业辅导"
    GOODS = "物资"
    MONEY = "资金"
    COUNSEL = "心理疏导"
    CARE = "生活照料"
    MEDICAL = "医疗"
    OTHER = "其他"


class Settlement(Choice):
    SETTLED = "已化解"
    WATCHED = "跟踪中"
    OPEN = "未解决"


class ConcernAspect(Choice):
    """What a concern is about: the five aspects of a survey, and what is none of them."""

    STUDY = "学习"
    LIFE = "生活"
    MIND = "心理"
    SAFETY = "安全"
    HEALTH = "健康"
    OTHER = "其他"


class Watch(Choice):
    WATCHED = "跟踪中"
    LIFTED = "已解除"


class ActivityKind(Choice):
    CLASS_MEETING = "班会"
    TUTORING = "课外辅导"
    ARTS_AND_SPORTS = "文体"
    PRACTICE = "实践"
    CAREGIVERS_MEETING = "监护人会议"
    COUNSELLING = "心理辅导"
    COMFORT = "慰问"
    OTHER = "其他"


class Stage(Choice):
    PRIMARY = "小学"
    JUNIOR = "初中"
    SENIOR = "高中"


class DefinitionName(Choice):
    REGISTER = "学籍"
    STATE_COUNCIL_2016 = "国发2016-13"
    CENSUS = "普查"


class Having(Choice):
    """What a file may hold or lack, as ``list --with`` and ``--without`` name it; records are of this term."""

    VISIT = "家访"
    CALL = "通话"
    FAMILY_CALL = "亲情通话"
    SURVEY = "普查"
    TALK = "谈心"
    SUPPORT = "帮扶"
    PAIRING = "结对"
    PLAN = "帮扶计划"
    CONSENT = "知情同意"
    ENTRUSTED = "委托书"
    PHONE = "电话"
    ADDRESS = "现住址"
    CAREGIVER = "照护人"
    LEVEL = "关注等级"
    ID_NUMBER = "身份证号"


class Breakdown(Choice):
    """By what ``stats --by`` counts."""

    CLASS = "班级"
    GRADE = "年级"
    MONTH = "月"
    VILLAGE = "村组"
    GENDER = "性别"
    ABSENCE = "留守"
    LODGING = "就读方式"
    CAREGIVER = "照护人"
    LEVEL = "关注等级"
