"""Draft ↔ docx: layouts, writer, reader."""

from drafter.word.writer import write_word

__all__ = ["write_word"]
