"""The telephone numbers of the grown-ups, with the children's initials from the index."""

from pathlib import Path

from liushou_cli.domain.outgoing.phone_book import PhoneBook
from liushou_cli.domain.outgoing.phone_book import phone_book as drawn
from liushou_cli.domain.population import Population
from liushou_cli.store import index
from liushou_cli.store.opening import open_records


def phone_book(start: Path, people: Population) -> PhoneBook:
    rosters = [index.roster(folder) for folder in open_records(start).classes]
    initials = {row.id: row.initials for roster in rosters for row in roster.rows}
    return drawn(people.counted, initials, people.as_of)
