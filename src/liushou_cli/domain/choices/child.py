"""What a file may say a child is: sex, schooling, health, ways of leaving, groups."""

from liushou_cli.domain.choices.words import Choice


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
