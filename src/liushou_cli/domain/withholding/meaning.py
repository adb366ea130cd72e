"""What 内容 means: the fields of the record it names, exactly or in a teacher's own words.

Words of the format, and close ones, cover just what they name. Anything else is searched for what it is
about (妈妈在哪里打工, 住在哪), and then rather too much is covered than too little.
"""

import re
from collections.abc import Iterator

from liushou_cli.domain.choices import PARENTS as ARE_PARENTS
from liushou_cli.domain.choices import Relation
from liushou_cli.domain.withholding.fields import FIELDS, PARENTS, SAME, fate, parent, phones, places

_BETWEEN = re.compile("[、，,；;\n和与及]")
_FILLING = ("孩子的", "孩子", "家庭", "的", ".", "·", " ")
_FATHER, _MOTHER = (
    re.compile("(?<![祖伯叔舅姑姨])父|爸"),
    re.compile("(?<![祖伯叔舅姑姨])母(?!语)|(?<![舅姨])妈"),
)
_NO_CARER = {*ARE_PARENTS, Relation.SELF, Relation.OTHER, Relation.FRIEND, Relation.TEACHER}
_CARER = re.compile("|".join(["[照监]护", "谁带", "跟谁", "姥", "祖", *(set(Relation) - _NO_CARER)]))
_PHONE = re.compile("电话|手机|联系方式|微信|(?<![件证])号码")
_WORK = re.compile("务工|打工|上班|工作|干活|地点|行踪|去向|下落|哪里|在哪|地方|城市")
# What became of somebody: said in these words it is looked for in sentences, too.
FATE = re.compile("服刑|坐过?牢|监狱|判刑|劳教|失联|失踪|吸毒|戒毒")
# What it is about -> the words of the format.
_ABOUT = (
    (re.compile("住址|地址|住处|住在|住哪|新家|家在"), ("住址",)),
    (re.compile("身份证|证件|(?<![话机])号码"), ("身份证号",)),
    (re.compile("学籍"), ("学籍号",)),
    (re.compile("户籍|户口"), ("户籍地", "户口性质")),
    (re.compile("病|残疾|健康|身体|怀孕|吃药"), ("身体情况", "其他类别")),
    (re.compile("婚|离异|单亲|改嫁|官司"), ("父母婚姻", "其他类别")),
    (re.compile("低保|贫|经济|救助|收入|欠债|困难"), ("其他类别", "家庭经济来源", "救助帮扶")),
    (re.compile("心理|情绪|自残|自杀|心事"), ("心理", "谈心")),
    (re.compile("代理家长|结对"), ("结对",)),
)
_ALONE = frozenset({"学习", "生活", "安全", "父亲", "母亲", "父母", "照护人", "电话", "姓名"})


def paths(what: str) -> frozenset[str]:
    """The fields that *what* covers; none where it names nothing we know."""
    return frozenset(path for part in _BETWEEN.split(what) for path in _of_part(part.strip()))


def spoken(what: str) -> set[str]:
    """Words of *what* that must not stand in a sentence either: 服刑."""
    return set(FATE.findall(what))


def _of_part(part: str) -> Iterator[str]:
    for spelling in (part, *_trimmed(part)):
        name = SAME.get(spelling, spelling)
        if name in FIELDS:
            return iter(FIELDS[name])
    return _about(part)


def _trimmed(word: str) -> Iterator[str]:
    """家庭住址 and 父亲的电话 without what does not say which field."""
    for filling in _FILLING:
        word = word.replace(filling, "")
    yield from (word, word.replace("爸爸", "父亲").replace("妈妈", "母亲"))


def _about(part: str) -> Iterator[str]:
    names = {word for shape, words in _ABOUT if shape.search(part) for word in words}
    names |= {word for word in FIELDS if word in part and word not in _ALONE}
    for name in names:
        yield from FIELDS[name]
    people = [who for who, shape in zip(PARENTS, (_FATHER, _MOTHER), strict=True) if shape.search(part)]
    carer = bool(_CARER.search(part))
    told = list(_of_people(part, people, carer=carer))
    yield from told
    if not told and not names:
        yield from (path for who in people for path in parent(who))
    if carer and not _PHONE.search(part):
        yield from (*FIELDS["照护人"], *FIELDS["监护情况"])


def _of_people(part: str, people: list[str], *, carer: bool) -> Iterator[str]:
    """Whose telephone, whose whereabouts, whose fate; everybody's where it says of nobody."""
    if _PHONE.search(part):
        yield from (path for who in people for path in phones(who))
        yield from FIELDS["照护人电话"] if carer else () if people else FIELDS["电话"]
    if _WORK.search(part) or (people and "住" in part):
        yield from (path for who in people or PARENTS for path in places(who))
    if FATE.search(part):
        yield from (path for who in people or PARENTS for path in fate(who))
