"""Draft ↔ docx: layouts, writer, reader."""
