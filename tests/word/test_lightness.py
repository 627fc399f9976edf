"""What writing a Word file does without."""

from __future__ import annotations

import subprocess
import sys


def test_writing_loads_no_xml_parser_and_no_segmenter():
    """``drafter draft`` is judged by the whole process; what writing does not need stays out."""
    script = (
        "import sys; from drafter.drafting.draft import Draft; from drafter.speech import *; "
        "from drafter.word import write_word; "
        "write_word(Draft(Speech((Paragraph('p1', 'body', '安'),)), 0, '')); "
        "print([m for m in ('lxml', 'jieba', 'docx', 'pydantic', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    assert done.stdout.decode().strip() == "[]"
