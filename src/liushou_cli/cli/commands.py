"""Every command's name, place and one-line help; a command's module is loaded when it is called."""

from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from liushou_cli.cli import helptext


class Entry(NamedTuple):
    """``place`` is ``module:function`` below ``liushou_cli.cli``."""

    place: str
    help: str
    group: str


COMMANDS = {
    "init": Entry("init:init", "新建一个班或一所学校的档案", "建档"),
    "add-child": Entry("add_child:add_child", "给一个孩子建档", "建档"),
    "import": Entry("import_roster:import_roster", "导入花名册：Excel、WPS 表格或 CSV", "建档"),
    "set": Entry("children:set_field", "改一个孩子档案里的一项", "建档"),
    "add-survey": Entry("survey:add_survey", "记一次普查；--all 给全班做一轮", "记录"),
    "log-visit": Entry("contacts:log_visit", "记一次家访", "记录"),
    "log-call": Entry("contacts:log_call", "记一次通话", "记录"),
    "log-talk": Entry("contacts:log_talk", "记一次谈心", "记录"),
    "log-support": Entry("support:log_support", "记一次帮扶：学业辅导、物资、资金……", "记录"),
    "log-mediation": Entry("care:log_mediation", "记一次矛盾调解；--settle 记后来化解了", "记录"),
    "log-concern": Entry("care:log_concern", "记一件要多看几眼的事；--settle 记可以放心了", "记录"),
    "log-incident": Entry("incident:log_incident", "记一件孩子受伤害或有危险的事，报给了谁", "记录"),
    "log-activity": Entry("activity:log_activity", "记一次班级活动", "记录"),
    "plan": Entry("plan:plan", "帮扶计划（一生一策）：谁的需求还没有回应，定计划，记结果", "记录"),
    "pair": Entry("pairing:pair", "结对：代理家长、帮扶教师；不写孩子就看谁结了几名", "记录"),
    "unpair": Entry("pairing:unpair", "结对终止", "记录"),
    "done": Entry("done:done", "答应的事办好了，勾掉", "记录"),
    "leave": Entry("leave:leave", "孩子离开这个班", "建档"),
    "readmit": Entry("readmit:readmit", "离开过的孩子回到这个班", "建档"),
    "transfer": Entry("transfer:transfer", "孩子转到别的班或外校，连同全部档案", "建档"),
    "receive": Entry("receive:receive", "收外校转来的孩子", "建档"),
    "confirm": Entry("confirm:confirm", "核实电话、住址；不写孩子就列出最久没核实的", "记录"),
    "consent": Entry("consent:consent", "记知情同意；不写孩子就列出没有的和过期的", "记录"),
    "level": Entry("level:level", "定关注等级；不写孩子就列出与记录不合的", "记录"),
    "list": Entry("listing:list_children", "列出孩子：逾期的、重点的、没家访的……", "查看"),
    "show": Entry("show:show", "看一个孩子的档案", "查看"),
    "find": Entry("find:find", "在所有记录里找几个字", "查看"),
    "stats": Entry("stats:stats", "数字和条形图，各学期的变化", "查看"),
    "due": Entry("due:due", "该做什么：谁该家访、该通话，哪天到期", "查看"),
    "history": Entry("history:history", "谁改过一个孩子的档案，改了什么", "查看"),
    "undo": Entry("undo:undo", "撤销最近一次改动", "记录"),
    "check": Entry("check:check", "查出所有档案里的问题", "查看"),
    "report": Entry("report:report", "出文书：期末帮扶总结等", "上交"),
    "export": Entry("export:export", "交给别人：名单、数字、整份记录、匿名数据、通讯录、普查表单", "上交"),
    "pack": Entry("pack:pack", "把一个班的档案封成一个文件，交给接手的人", "上交"),
    "unpack": Entry("unpack:unpack", "收下别人封好的档案", "上交"),
    "twin": Entry("twin:twin", "编一份虚构的副本，练习和报告问题用", "上交"),
    "audit": Entry("audit:audit", "看外出登记：什么材料离开过这里", "上交"),
    "fill": Entry("fill:fill", "填别人发来的空表：xlsx 或 docx", "上交"),
    "template": Entry("template:template", "文书的模板：看、拿来改、查错", "上交"),
    "trust": Entry("trust:trust", "认可文件夹自带的模板", "上交"),
    "schema": Entry("schema:schema", "打印档案格式的 JSON Schema，供编辑器用", "其他"),
}


class Command(TyperCommand):
    """A command whose help is Chinese and aligned."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(helptext.of_command(self, ctx))


class Group(TyperGroup):
    """The program itself; builds only the command that is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        return build(cmd_name) if cmd_name in COMMANDS else None

    def format_help(self, ctx: Any, formatter: Any) -> None:
        groups: dict[str, list[tuple[str, str]]] = {}
        for name, entry in COMMANDS.items():
            groups.setdefault(entry.group, []).append((name, entry.help))
        formatter.write(helptext.of_group(self, ctx, groups))


def build(name: str) -> Any:
    """The click command called *name*, from its function's signature."""
    module, _, function = COMMANDS[name].place.partition(":")
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, cls=Command)(getattr(import_module(f"liushou_cli.cli.{module}"), function))
    return get_command(single)
