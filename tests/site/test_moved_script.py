"""The script that leads an old address on, by itself."""

import pytest

from addresses import asked

GONE = {"page": "6.html", "moved": "7.html paths follow;10.html#new old;8.html# top"}
STAYS = {"moved": "14.html tiny;#new old"}


@pytest.mark.parametrize(
    ("dataset", "part", "to"),
    [
        (GONE, "", "6.html?from=x"),
        (GONE, "#the-rule", "6.html?from=x#the-rule"),
        (GONE, "#paths", "7.html?from=x#paths"),
        (GONE, "#follow?k=1&e=a?b", "7.html?from=x#follow?k=1&e=a?b"),
        (GONE, "#old?k=1", "10.html?from=x#new?k=1"),
        (GONE, "#top?k=1", "8.html?from=x"),
        (STAYS, "", None),
        (STAYS, "#tangent?x=1", None),
        (STAYS, "#tiny", "14.html?from=x#tiny"),
        (STAYS, "#old", "?from=x#new"),
    ],
)
def test_an_address_leads_on_with_its_query_and_what_follows_the_mark(dataset, part, to):
    assert asked(dataset, [part], query="?from=x") == [to]
