"""The kinds and outcomes of dated records: visits, calls, support, quarrels, surveys, activities."""

from liushou_cli.domain.choices.words import Choice


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
