from __future__ import annotations

from random import Random

import pytest

from imeiscenes import identifiers as ids

RNG_SEEDS = range(200)


def test_check_digit_of_the_published_example() -> None:
    assert ids.luhn_digit("35693803564380") == "9"
    assert not ids.luhn_valid("356938035643808")


@pytest.mark.parametrize("seed", RNG_SEEDS)
def test_imeis_pass_the_check_and_keep_off_placeholders(seed: int) -> None:
    rng = Random(seed)
    first = ids.imei(rng)
    second = ids.second_imei(rng, first)
    for value in (first, second):
        assert len(value) == 15 and value.isdigit() and ids.luhn_valid(value)
        assert value not in ids.PLACEHOLDERS
    assert first != second
    assert not ids.luhn_valid(ids.bad_check(rng, first))


@pytest.mark.parametrize("name", ids.GROUPINGS)
def test_groupings_keep_every_digit(name: str) -> None:
    text = ids.GROUPINGS[name]("356938035643809")
    assert "".join(filter(str.isdigit, text)) == "356938035643809"


@pytest.mark.parametrize("seed", RNG_SEEDS)
def test_other_numbers_are_what_they_claim(seed: int) -> None:
    rng = Random(seed)
    eid = ids.eid(rng)
    assert len(eid) == 32 and int(eid) % 97 == 1
    assert ids.luhn_valid(ids.iccid(rng))
    card = ids.amex(rng).replace(" ", "")
    assert len(card) == 15 and card[:2] in ("34", "37") and ids.luhn_valid(card)
    order = ids.order_luhn15(rng)
    assert len(order) == 15 and ids.luhn_valid(order)
    assert not ids.luhn_valid(ids.nonluhn15(rng))
    ean = ids.ean13(rng)
    assert sum(int(c) * (3 if at % 2 else 1) for at, c in enumerate(ean)) % 10 == 0


@pytest.mark.parametrize("seed", RNG_SEEDS)
def test_masks_hide_at_least_four_digits(seed: int) -> None:
    rng = Random(seed)
    number = ids.printed(rng, ids.imei(rng), sv=False)
    assert sum(map(str.isdigit, ids.masked(rng, number).printed)) <= 11
