"""What is wrong with a text that should be a record."""


class YamlFault(Exception):
    """The text is not a record; ``line`` counts from 1."""

    def __init__(self, line: int, message: str, hint: str = "", kind: str = "yaml") -> None:
        super().__init__(message)
        self.line, self.message, self.hint, self.kind = line, message, hint, kind
