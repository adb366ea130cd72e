"""What a template that is not ours cannot do: reach Python, or make something larger than a document."""

from typing import Any

import pytest

from liushou_cli.errors import TemplateFault
from liushou_cli.formats import templates
from liushou_cli.formats.guarded.sandbox import Guarded

VIEW: dict[str, Any] = {
    "f": {"留守儿童": "3"},
    "n": {"留守儿童": 3},
    "学校": "新溪中学",
    "人": [{"姓名": "李某某"}, {"姓名": "周某某"}],
    "要求": {"家访": "每学期1次"},
}
TEN = "[1,2,3,4,5,6,7,8,9,10]"
DOUBLED = "{% set a = a ~ a %}" * 40

# Ways out of a sandbox: from a value to its class, to functions and their globals, through what formats text.
ESCAPES = [
    "{{ 学校.__class__ }}",
    "{{ 学校['__class__'] }}",
    '{{ 学校["__cla" ~ "ss__"] }}',
    "{{ ().__class__.__bases__[0].__subclasses__() }}",
    "{{ [].__class__.__mro__ }}",
    "{{ {}.__class__.__base__ }}",
    "{{ 学校.__class__.__init__.__globals__ }}",
    "{{ f.留守儿童.__class__ }}",
    "{{ f.留守儿童.__html__() }}",
    "{{ f.留守儿童.escape }}",
    "{{ f.留守儿童.format(1) }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ '{0.__class__.__init__.__globals__}'.format_map({'0': 1}) }}",
    "{{ '%s' % 学校 }}",
    "{% set m = '{0.__class__}'.format %}{{ m(1) }}",
    "{{ 人 | map(attribute='__class__') | list }}",
    "{{ 人 | map(attribute='姓名.__class__') | list }}",
    "{{ 学校 | attr('__class__') }}",
    "{{ 人 | map('attr', '__class__') | list }}",
    "{{ 人 | selectattr('__class__') | list | first }}{{ 人 | map('string') | list }}",
    "{{ lipsum.__globals__ }}",
    "{{ lipsum() }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ cycler('a', 'b').next() }}",
    "{{ joiner(',')() }}",
    "{{ namespace(a=1).a }}",
    "{{ range(10) }}",
    "{{ dict(a=1) }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ loop.__class__ }}{% for 一 in 人 %}{% endfor %}",
    "{% for 一 in 人 %}{{ loop.__class__ }}{% endfor %}",
    "{% for 一 in 人 %}{{ loop._iterable }}{% endfor %}",
    "{% macro m() %}{% endmacro %}{{ m.__init__ }}",
    "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "{% macro m() %}{{ caller.__class__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "{{ 人.append(1) }}",
    "{{ 人.sort() }}",
    "{{ 要求.update({}) }}",
    "{{ 要求.pop('家访') }}",
    "{{ 要求.setdefault('a', 1) }}",
    "{{ 要求.clear() }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}{{ os }}",
    "{% from 'os' import path %}{{ path }}",
    "{% extends '../../class.yaml' %}",
    "{% include ['a', 'b'] %}",
    "{% set n.留守儿童 = 5 %}",
    "{% do 人.append(1) %}",
    "{{ 学校.encode('utf-8').hex() }}",
    "{{ 学校.translate({}) }}",
    "{{ (1).to_bytes(9, 'big') }}",
    "{{ (1).__class__ }}",
    "{{ config }}",
    "{{ request }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ undefined_name.__class__ }}",
    "{{ 学校 | pprint }}",
    "{{ 学校 | e }}",
    "{{ 学校 | safe }}",
]
# Small templates for large things.
BOMBS = [
    "{{ 'a' * 10**9 }}",
    "{{ 10**9 * 'a' }}",
    "{{ [0] * 10**9 }}",
    "{{ 10**10**10 }}",
    "{{ 2**999999999 }}",
    "{{ 9 * 10**10 * 10**10 * 10**10 * 10**10 * 10**10 * 10**10 * 10**10 * 10**10 }}",
    "{{ 'a'.center(10**9) }}",
    "{{ 'a'.ljust(1000000000) }}",
    "{{ 'a'.zfill(1000000000) }}",
    "{{ 'a'.expandtabs(1000000000) }}",
    "{{ 'aaaa'.replace('a', 'aaaaaaaaaaaaaaaaaaaaaaa') }}",
    "{{ '{:>1000000000}'.format(1) }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ 'a' | center(1000000000) }}",
    "{% set a = 'xxxxxxxxxxxxxxxx' %}" + DOUBLED + "{{ a }}",
    "{% set a = 'xxxxxxxxxxxxxxxx' %}" + DOUBLED.replace("~", "+") + "{{ a }}",
    "{% set a = [1, 2] %}" + DOUBLED.replace("~", "+") + "{{ a }}",
    "{% set a = 'xxxxxxxxxxxxxxxx' %}" + "{% set a = [a, a] | join(a) %}" * 40 + "{{ a }}",
    "{% set a = 'xxxxxxxxxxxxxxxx' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40 + "{{ a }}",
    "{% macro m(a) %}{{ m(a ~ a) }}{% endmacro %}{{ m('xxxxxxxxxxxxxxxx') }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% include '甲' %}",
    "{% for 一 in 人 recursive %}{{ loop(人) }}{% endfor %}",
    "{{ [[1], [2]] | sum(start=[]) }}",
    "{{ " + "(" * 300 + "1" + ")" * 300 + " }}",
    "{{ " + "(" * 30000 + "1" + ")" * 30000 + " }}",
    "{{ " + "[" * 300 + "1" + "]" * 300 + " }}",
    "{% for 一 in 人 %}" * 30 + "{% endfor %}" * 30,
    "{% if 1 %}" * 300 + "{% endif %}" * 300 + "{{ 无 }}",
]


def filled(body: str) -> str:
    template = templates.read("甲", f"---\n名称: 甲\n范围: 班级\n---\n{body}")
    environment = templates.environment(template, Guarded)
    environment.tie()
    return templates.filled(environment, template, VIEW)


@pytest.mark.parametrize("body", ESCAPES)
def test_no_way_out(body: str) -> None:
    with pytest.raises(TemplateFault) as refused:
        filled(body)
    assert "第 5 行" in refused.value.message


@pytest.mark.parametrize("body", BOMBS, ids=map(str, range(len(BOMBS))))
def test_nothing_grows_without_bounds(body: str) -> None:
    with pytest.raises(TemplateFault):
        filled(body)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("{{ 学校 }}{{ f.留守儿童 }}", "新溪中学[3](figure:留守儿童)"),
        ("{{ n.留守儿童 * 2 + 1 }}{{ n.留守儿童 ** 2 }}{{ 7 % 4 }}", "793"),
        ("{{ 学校 ~ '，' ~ n.留守儿童 }}{{ 'a' + 'b' }}{{ ([1] + [2]) | length }}", "新溪中学，3ab2"),
        ("{{ 人 | map(attribute='姓名') | join('、') }}{{ [1, 2, 3] | sum }}", "李某某、周某某6"),
        ("{% for 项, 次 in 要求.items() %}{{ 项 }}{{ 次 }}{% endfor %}", "家访每学期1次"),
        ("{{ 要求.get('谈心', '没有') }}{{ '中' if 学校.endswith('中学') }}", "没有中"),
        ("{% macro 称呼(人) %}{{ 人.姓名 }}同学{% endmacro %}{{ 称呼(人[0]) }}", "李某某同学"),
        ("{% for 一 in 人 %}{{ loop.index }}{{ 一.姓名 }}{% endfor %}", "1李某某2周某某"),
        ("{% set a %}甲{% endset %}{{ a }}{{ a.split('甲') | length }}", "甲2"),
    ],
)
def test_what_a_template_is_for_still_goes(body: str, text: str) -> None:
    assert filled(body) == text
