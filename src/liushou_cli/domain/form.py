"""The record format's version, and the order in which a person reads a file: new keys go where the form has them."""

from typing import Any

FORMAT = 1  # the version of the record format this program reads and writes

CHILD = (
    "格式", "编号", "姓名", "性别", "出生日期", "农历生日",
    "民族", "身份证号", "学籍号", "学号", "户口登记", "户口性质", "户籍地", "现住址", "现住址核实",
    "村组", "在班", "就读方式", "上下学方式", "上学距离", "就学情况", "身体情况", "身体说明", "父亲", "母亲",
    "父母婚姻", "祖辈", "照护人", "监护情况", "关注等级", "学籍登记", "其他类别", "家庭经济来源", "救助帮扶",
    "知情同意", "不得透露", "结对", "帮扶计划", "普查", "家访", "通话", "谈心", "帮扶", "矛盾调解", "关注事项",
    "事件", "备注",
)  # fmt: skip
# The dated records of a file: key on disk -> field of the child. Contacts may promise something (跟进).
CONTACTS = {
    "家访": "visits",
    "通话": "calls",
    "谈心": "talks",
    "帮扶": "supports",
    "矛盾调解": "mediations",
    "关注事项": "concerns",
    "事件": "incidents",
}
RECORDS = {"普查": "surveys", **CONTACTS}
ACTIVITIES = ("格式", "学期", "活动")


def newer_format(tree: Any) -> str:
    """The format a file says it has, where that is newer than this program's; else ""."""
    said = tree.get("格式") if isinstance(tree, dict) else None
    return said if isinstance(said, str) and said.isdecimal() and int(said[:9]) > FORMAT else ""
