"""What a scene is asked to print: its rows of numbers, with their captions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from . import identifiers as ids
from . import words
from .identifiers import Number


@dataclass(frozen=True)
class Entry:
    """One row: a caption and a number; `number` is set when it is printed as an IMEI."""

    caption: str
    text: str
    number: Number | None = None
    kind: str = "imei"

    @property
    def payload(self) -> str:
        """What a barcode of the row carries."""
        return self.number.digits if self.number else self.text.replace(" ", "")


@dataclass
class Brief:
    """The rows of one object, and the conditions it is drawn under."""

    entries: list[Entry]
    language: str = "en"
    barcodes: bool = True
    """Whether the IMEIs may also stand there as barcodes."""
    neg_kind: str = ""
    insist: bool = False
    """Whether the barcodes are asked for rather than left to chance."""
    others: list[dict[str, str]] = field(default_factory=list)
    """Other identifiers that the scene printed."""

    def wants_bars(self, rng: Random, share: float) -> bool:
        """Whether an object that carries barcodes at this share carries them here."""
        return self.barcodes and (rng.random() < share or self.insist)

    @property
    def numbers(self) -> list[Number]:
        """The IMEIs among the rows."""
        return [entry.number for entry in self.entries if entry.number]

    def note(self, kind: str, value: str) -> str:
        """Records another identifier and hands back what to print."""
        self.others.append({"type": kind, "value": value})
        return value


_OTHER: dict[str, tuple[tuple[str, ...], Callable[[Random], str]]] = {
    "iccid": (("ICCID", "ICCID", "SIM no.", "ICCID (SIM 1)"), ids.iccid),
    "eid": (("EID",), ids.eid),
    "ean13": (("EAN", "UPC/EAN", "Art.-Nr."), ids.ean13),
    "imsi": (("IMSI", "IMSI:"), ids.imsi),
    "tracking": (("Tracking", "Parcel no.", "Sendungsnr.", "AWB"), ids.tracking),
    "phone": (("Tel.", "Phone", "MSISDN"), ids.phone),
    "order_luhn15": (("Order no.", "Bestellnr.", "N° commande", "Invoice no."), ids.order_luhn15),
    "nonluhn15": (("Ref.", "Customer no.", "Contract no.", "Kundennr."), ids.nonluhn15),
    "amex": (("AmEx", "Card", "Card no.", "Paid by card"), ids.amex),
    "meid": (("MEID", "MEID HEX", "MEID:"), ids.meid),
    "serial": (("S/N", "Serial no.", "Serial"), ids.serial),
}
OTHER_KINDS = tuple(_OTHER)
SPOILT_KINDS = ("masked", "covered", "cut", "glare")
PRINTED_KINDS = ("bad_check", "placeholder")
NEGATIVE_KINDS = OTHER_KINDS + SPOILT_KINDS + PRINTED_KINDS


def other_entry(rng: Random, kind: str) -> Entry:
    """A row with a number that is no IMEI."""
    captions, make = _OTHER[kind]
    return Entry(rng.choice(captions).rstrip(":"), make(rng), None, kind)


def imei_entries(
    rng: Random,
    values: list[str],
    change: Callable[[Number], Number] | None = None,
    grouping: str | None = None,
    sv: bool | None = None,
) -> list[Entry]:
    """Rows for the IMEIs of one device, in one grouping, with captions that go together."""
    captions = words.captions(rng, len(values))
    grouping = grouping or ids.choose_grouping(rng)
    if sv is None:
        sv = rng.random() < 0.12 and grouping in ("plain", "8-6-1")
    rows = []
    for slot, value in enumerate(values):
        number = ids.printed(rng, value, grouping, sv)
        number = change(number) if change else number
        rows.append(Entry(captions.of(slot), number.printed, number))
    return rows


def make_brief(
    rng: Random,
    neg_kind: str = "",
    barcodes: bool = True,
    dual: bool | None = None,
    grouping: str | None = None,
    sv: bool | None = None,
    language: str | None = None,
) -> Brief:
    """A brief for one object; `neg_kind` names what is printed in place of a good IMEI."""
    language = language or rng.choice(words.LANGUAGES)
    share = 0.45 if dual is None else float(dual)
    if neg_kind in _OTHER:
        entries = [other_entry(rng, neg_kind)]
        if neg_kind in ("iccid", "imsi", "phone", "meid") and rng.random() < 0.3:
            entries.append(other_entry(rng, neg_kind))
    elif neg_kind == "masked":
        entries = imei_entries(rng, ids.imeis(rng, share), lambda number: ids.masked(rng, number))
        barcodes = False
    elif neg_kind == "bad_check":
        entries = imei_entries(rng, [ids.bad_check(rng, value) for value in ids.imeis(rng, share)])
    elif neg_kind == "placeholder":
        entries = imei_entries(rng, [rng.choice(ids.PLACEHOLDERS)])
    else:
        entries = imei_entries(rng, ids.imeis(rng, share), None, grouping, sv)
    brief = Brief(entries, language, barcodes and neg_kind not in SPOILT_KINDS, neg_kind)
    for entry in entries:
        if entry.number is None:
            brief.note(entry.kind, entry.text)
    return brief
