"""The bank of patterns: frames with evidence, in packs of YAML, loaded, validated, selected."""

from drafter.bank.bank import Bank, load_bank, shipped_bank
from drafter.bank.decisions import load_decisions, save_decisions
from drafter.bank.entries import WHOLE_FIELD, Parts, named_parts
from drafter.bank.frame import Choice, Frame, Slot, parse_frame
from drafter.bank.pack import Pack, load_pack, save_pack
from drafter.bank.pattern import Pattern, Support, pattern_id

__all__ = [
    "WHOLE_FIELD",
    "Bank",
    "Choice",
    "Frame",
    "Pack",
    "Parts",
    "Pattern",
    "Slot",
    "Support",
    "load_bank",
    "load_decisions",
    "load_pack",
    "named_parts",
    "parse_frame",
    "pattern_id",
    "save_decisions",
    "save_pack",
    "shipped_bank",
]
