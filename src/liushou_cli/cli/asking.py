"""A question at the terminal, asked until it is answered."""

import contextlib
from collections.abc import Callable, Iterator, Sequence

import typer

from liushou_cli.cli import output
from liushou_cli.cli.prompts import must_be_writable
from liushou_cli.errors import BadInput


def ask(
    question: str,
    words: Sequence[str],
    check: Callable[[str], object],
    default: str,
    *,
    optional: bool = False,
) -> str:
    shown = f"（{' '.join(f'{number}{word}' for number, word in enumerate(words, 1))}）" if words else ""
    ending = f" [{default}]：" if default else "（可不填）：" if optional else "："
    while True:
        with _completing(words):
            asked = output.visible(question + shown + ending)
            try:
                answer = typer.prompt(asked, default=default, show_default=False, prompt_suffix="", err=True)
            except KeyboardInterrupt:  # came before the prompt was listening for it
                raise typer.Abort from None
        answer = str(answer).strip()
        if not answer and not optional:
            continue
        word = _chosen(answer, words) if answer else answer
        try:
            must_be_writable(word)
            check(word) if word else None
        except (ValueError, BadInput) as error:
            output.talk(str(error))
            continue
        if words and word and word not in words:
            output.talk(f"只能写：{'、'.join(words)}，或它们的序号")
            continue
        return word


def _chosen(answer: str, words: Sequence[str]) -> str:
    """A number or an unmistakable beginning stands for the word."""
    if answer.isdigit() and 1 <= int(answer) <= len(words):
        return words[int(answer) - 1]
    begun = [word for word in words if word.startswith(answer)]
    return begun[0] if len(begun) == 1 else answer


@contextlib.contextmanager
def _completing(words: Sequence[str]) -> Iterator[None]:
    """Tab completes the words at the prompt, where the system's line editor allows it."""
    try:
        import readline
    except ImportError:  # Windows
        yield
        return
    before = readline.get_completer()
    readline.set_completer(
        lambda text, state: [*(word for word in words if word.startswith(text)), None][state]
    )
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before)
