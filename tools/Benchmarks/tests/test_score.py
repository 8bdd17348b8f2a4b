from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from peers import score, table, truth
from peers.contestants import Reading

A, B, C = "490154203237518", "356938035643809", "351734186087374"


def entry(**changes: Any) -> dict[str, Any]:
    base = {"file": "a.jpg", "tier": "easy", "kind": "label", "imeis": [A, B], "luhn_ok": [True, True]}
    return {**base, "readable": True, "readable_each": [True, False], **changes}


def picture(**changes: Any) -> truth.Picture:
    return truth.Picture.of(entry(**changes), Path("/set"))


def only(shown: truth.Picture, reading: Reading) -> score.Score:
    return score.by_tier([(shown, {"peer": reading})])["all"]["peer"]


def test_a_number_that_nobody_can_read_is_neither_missed_nor_wrong() -> None:
    result = only(picture(), Reading([A, B]))
    assert (result.expected, result.right, result.wrong) == (1, 1, 0)


def test_a_printed_number_with_a_differing_check_digit_is_not_expected() -> None:
    assert picture(luhn_ok=[False, True], readable_each=[True, True]).expected == {B}


def test_a_number_that_is_printed_nowhere_is_wrong() -> None:
    assert only(picture(), Reading([A, C])).wrong == 1


@pytest.mark.parametrize(
    "others", [[{"type": "card", "value": f"{C[:4]} {C[4:10]} {C[10:]}"}], f"PN X1; order {C}"]
)
def test_another_printed_number_is_counted_apart(others: Any) -> None:
    result = only(picture(other_ids=others), Reading([C]))
    assert (result.wrong, result.other) == (0, 1)


def test_an_offer_counts_for_review_only() -> None:
    result = only(picture(readable_each=[True, True]), Reading([A], [B, C]))
    assert (result.right, result.right_or_offered, result.wrong, result.offered_wrong) == (1, 2, 0, 1)


def test_a_failure_counts_as_nothing_read() -> None:
    result = only(picture(), Reading(failure="ended"))
    assert (result.expected, result.right, result.failures, result.cpu_median) == (1, 0, 1, None)


def test_tiers_come_in_order_with_negatives_apart() -> None:
    shown = [picture(tier="real"), picture(kind="negative", imeis=[], luhn_ok=[]), picture()]
    scores = score.by_tier(
        [(each, {"imeikit": Reading(cpu=0.5), "peer": Reading(cpu=1.0)}) for each in shown]
    )
    assert list(scores) == ["easy", "real", "negatives", "all"]
    assert "0.50" in table.rendered(scores)


def test_reads_a_folder_or_the_folders_in_it_without_what_must_be_refused(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        refused = entry(file="b.png", expected="refused")
        text = f"{json.dumps(entry())}\n{json.dumps(refused)}\n"
        (tmp_path / name / "manifest.jsonl").write_text(text, encoding="utf-8")
    assert [each.path for each in truth.pictures(tmp_path / "one")] == [tmp_path / "one" / "a.jpg"]
    assert len(truth.pictures(tmp_path)) == 2


@pytest.mark.parametrize("line", ["{", "[]", '"x"', '{"file": "a.jpg"}', json.dumps(entry(luhn_ok=[True]))])
def test_a_bad_line_of_truth_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "manifest.jsonl").write_text(f"{json.dumps(entry())}\n{line}\n", encoding="utf-8")
    with pytest.raises(truth.TruthError, match="line 2"):
        truth.pictures(tmp_path)


def test_a_folder_without_truth_is_refused(tmp_path: Path) -> None:
    with pytest.raises(truth.TruthError, match=r"manifest\.jsonl"):
        truth.pictures(tmp_path)
