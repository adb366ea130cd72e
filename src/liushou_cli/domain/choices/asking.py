"""Words by which a class is set up, and lists and figures are asked for."""

from liushou_cli.domain.choices.words import Choice


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
