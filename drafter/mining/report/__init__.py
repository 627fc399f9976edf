"""The bank and a corpus as one page of pictures: figures, charts, page."""

from drafter.mining.report.bank import BankFigures, bank_figures
from drafter.mining.report.corpus import CorpusFigures, corpus_figures
from drafter.mining.report.held import HeldReason, held_reasons, load_held
from drafter.mining.report.page import report_page

__all__ = [
    "BankFigures",
    "CorpusFigures",
    "HeldReason",
    "bank_figures",
    "corpus_figures",
    "held_reasons",
    "load_held",
    "report_page",
]
