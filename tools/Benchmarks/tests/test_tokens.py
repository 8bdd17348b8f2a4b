from __future__ import annotations

import time

import pytest

from peers import tokens

IMEI = "490154203237518"
OTHER = "356938035643809"


def grouped(grouping: str, separator: str) -> str:
    parts, start = [], 0
    for length in map(int, grouping.split("-")):
        parts.append(IMEI[start : start + length])
        start += length
    return separator.join(parts)


def test_luhn_knows_the_one_right_check_digit() -> None:
    good = [digit for digit in "0123456789" if tokens.passes_luhn(IMEI[:14] + digit)]
    assert good == ["8"]
    assert not tokens.passes_luhn("940154203237518")


@pytest.mark.parametrize("separator", [" ", "-", "/", ".", " / ", " - ", "\u2013", "\u00a0"])
@pytest.mark.parametrize("grouping", tokens.GROUPINGS)
def test_reads_every_known_grouping(grouping: str, separator: str) -> None:
    assert tokens.numbers([f"IMEI: {grouped(grouping, separator)}"]) == [IMEI]


@pytest.mark.parametrize("grouping", ["2-6-7", "8-6-1", "2-13", "8-7", "5-10", "12-3", "4-4-7"])
def test_forgives_separators_that_were_not_seen(grouping: str) -> None:
    assert tokens.numbers([grouped(grouping, " ")]) == [IMEI]


@pytest.mark.parametrize("grouping", ["3-3-3-3-3", "1-14", "7-8", "3-12", "2-2-2-2-2-2-2-1", "13-2"])
def test_refuses_unknown_groupings(grouping: str) -> None:
    assert tokens.numbers([grouped(grouping, " ")]) == []


@pytest.mark.parametrize(
    "text",
    [
        f"IMEI 1 {IMEI}",
        f"IMEI1:{IMEI}",
        f"IMEI{IMEI}",
        f"1 {grouped('2-6-6-1', ' ')}",
        f"{IMEI} / 87",
        f"{grouped('2-6-6-1', ' ')} / 01",
        f"SN:A1B2;IMEI:{IMEI};SW:07",
        f"<{IMEI};F2LCU9>",
        "\uff14\uff19\uff10154203237518",
    ],
)
def test_reads_a_number_with_what_stands_round_it(text: str) -> None:
    assert tokens.numbers([text]) == [IMEI]


def test_reads_two_numbers_of_a_line_each_once() -> None:
    assert tokens.numbers([f"{IMEI} {OTHER}", f"{IMEI}/{OTHER}"]) == [IMEI, OTHER]
    assert tokens.numbers([f"{grouped('2-6-6-1', ' ')} {OTHER}"]) == [IMEI, OTHER]


@pytest.mark.parametrize(
    "text",
    [
        "",
        IMEI[:14],
        IMEI[:14] + "7",
        IMEI + "9",
        "9" + IMEI,
        "8949 " + grouped("4-4-4-3", " "),
        grouped("4-4-4-3", " ") + " 1234",
        grouped("5-5-5", " ") + " 12345",
        grouped("8-7", ":"),
        grouped("8-7", "\n"),
        grouped("8-7", " x "),
    ],
)
def test_reads_nothing_where_no_token_stands(text: str) -> None:
    assert tokens.numbers(text.split("\n")) == []


def test_a_number_cut_over_two_lines_is_not_read() -> None:
    assert tokens.numbers([IMEI[:8], IMEI[8:]]) == []


@pytest.mark.parametrize(
    "text", ["1 " * 90_000, "1" * 190_000, "-" * 190_000, " " * 190_000, "\x00\ud800" * 9]
)
def test_hostile_text_takes_no_time(text: str) -> None:
    started = time.process_time()
    assert tokens.numbers([text, IMEI]) in ([], [IMEI])
    assert time.process_time() - started < 5


def test_text_beyond_the_limit_is_not_read() -> None:
    assert tokens.numbers(["x" * tokens.MAX_CHARACTERS, IMEI]) == []
