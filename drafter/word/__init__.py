"""Draft ↔ docx: layouts, writer, reader, what changed in between."""

from drafter.word.writer import write_word

__all__ = ["write_word"]
