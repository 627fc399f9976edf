"""The bank and a corpus as one page of pictures: figures, charts, page."""

from drafter.mining.held import HeldReason, held_reasons
from drafter.mining.report.bank import BankFigures, bank_figures
from drafter.mining.report.corpus import CorpusFigures, corpus_figures
from drafter.mining.report.held import kept_by, load_held, masked_by
from drafter.mining.report.page import report_page

__all__ = [
    "BankFigures",
    "CorpusFigures",
    "HeldReason",
    "bank_figures",
    "corpus_figures",
    "held_reasons",
    "kept_by",
    "load_held",
    "masked_by",
    "report_page",
]
