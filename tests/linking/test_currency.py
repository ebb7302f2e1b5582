"""Whose money plain 元 are, by the story that names it."""

from __future__ import annotations

import pytest

from tests.linking.reading import facts_of

NOTICE = "財報亮眼\n\n本報訊 公司公告第二季財報，新台幣升值，營收134億元，外銷收入4億美元。\n"


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        (NOTICE, ["TWD", "USD"]),
        (NOTICE.replace("4億美元", "4億元人民幣"), ["CNY", "CNY"]),
        ("台企赴会\n\n本报讯 门票折合新台币1000元，即230元。\n", ["TWD", "CNY"]),
        (NOTICE + "\n市场回暖\n\n本报讯 城东市场上月卖出水果30万元。\n", ["TWD", "USD", "CNY"]),
    ],
    ids=["named", "both named", "in the letters of the mainland", "another story of the page"],
)
def test_plain_yuan_are_the_money_that_a_taiwanese_story_names(text: str, currencies: list[str]) -> None:
    assert [fact.quantity.currency for fact in facts_of(text)] == currencies
