"""What each word of a survey means, aspect by aspect: shown while a teacher chooses."""

from liushou_cli.domain.choices import Rating

_TABLE = """
学习 上课、作业、成绩跟得上，自己会安排
学习 大体跟得上，个别科目或作业要人督促
学习 一科以上明显落下，或常不交作业、不愿上学
学习 已经旷课不来，或说了不再上学
生活 吃穿住有人管，按时作息，家务不误学习
生活 基本有人管，偶有吃饭、穿衣、接送不周
生活 常常自己做饭、缺衣少食，或家务、农活太重
生活 没有大人照看，或吃住没有着落
心理 情绪平稳，愿意说话，有朋友
心理 有时想家、闷闷不乐，说开就好
心理 长时间低落、孤单、易怒，或与人常起冲突
心理 说过不想活、伤过自己，或突然变了一个人
安全 知道防水防火防骗，路上、家里没有大的隐患
安全 有小隐患，大人知道，在改
安全 上学路、住处、用火用电有隐患没有人管，或常独自外出
安全 正受到伤害、欺凌、侵害，或危险就在眼前
健康 身体好，按时吃饭、接种，没有不适
健康 有小毛病，在治或在观察
健康 近视、贫血、龋齿、慢性病等没有去治，或常生病
健康 重病、受伤，或病情在加重
"""


def _read() -> dict[str, dict[Rating, str]]:
    found: dict[str, dict[Rating, str]] = {}
    for line in _TABLE.strip().splitlines():
        aspect, said = line.split(" ", 1)
        own = found.setdefault(aspect, {})
        own[list(Rating)[len(own)]] = said
    return found


RATINGS = _read()  # aspect -> rating -> one line


def described(aspect: str) -> list[tuple[str, str]]:
    """(word, what it means) of one aspect, from good to urgent."""
    return [(rating.value, said) for rating, said in RATINGS[aspect].items()]
