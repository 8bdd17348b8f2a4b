from __future__ import annotations

from random import Random

import numpy as np
import pytest

from imeiscenes import brief, camera, scenes


@pytest.mark.parametrize("subkind", scenes.BUILDERS)
@pytest.mark.parametrize("seed", range(6))
def test_every_number_is_marked_inside_its_sheet(subkind: str, seed: int) -> None:
    rng = Random(f"{subkind}/{seed}")
    item = scenes.build(rng, subkind, brief.make_brief(rng))
    picture, marks, _ = item.sheet.render(2.0)
    assert [mark.number for mark in marks] == item.brief.numbers
    for mark in marks:
        assert (mark.quad >= 0).all()
        assert (mark.quad <= np.array(picture.shape[1::-1])).all()
        assert len(mark.cells) == 15
        assert mark.ink.max() > 0.5


@pytest.mark.parametrize("kind", brief.NEGATIVE_KINDS)
@pytest.mark.parametrize("seed", range(20))
def test_negatives_print_no_imei_that_could_be_accepted(kind: str, seed: int) -> None:
    made = brief.make_brief(Random(seed), kind)
    if kind in brief.OTHER_KINDS:
        assert not made.numbers and made.others
    elif kind == "masked":
        assert all(sum(map(str.isdigit, number.printed)) < 15 for number in made.numbers)
    elif kind == "bad_check":
        assert not any(number.luhn_ok for number in made.numbers)
    if kind in brief.SPOILT_KINDS:
        assert not made.barcodes


def test_focus_takes_in_the_caption_above_a_barcode() -> None:
    rng = Random(3)
    item = scenes.build(rng, "dialer_ios", brief.make_brief(rng, dual=False))
    _, top, _, bottom = camera.focus_box(item)
    caption = next(line for line in item.sheet.lines if line[0] == item.brief.entries[0].caption)
    assert top < caption[2] < bottom
