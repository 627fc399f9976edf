"""``drafter draft example.yaml -o out.docx`` against a docxtpl script that fills the same text.

Both are whole processes, run in turn; printed are ratios of one run.

    .venv/bin/python bench/draft_command.py
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from docx import Document
from harness import compare, ratio_row

ROOT = Path(__file__).parents[1]
BRIEF = ROOT / "templates" / "mobilisation" / "example.yaml"


def main() -> None:
    drafter = str(Path(sys.executable).with_name("drafter"))
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder)
        made = subprocess.run(
            [drafter, "draft", str(BRIEF), "--format", "json"], check=True, capture_output=True
        )
        paragraphs = [p["text"] for p in json.loads(made.stdout)["paragraphs"]]
        _template(there / "template.docx", len(paragraphs))
        context = {f"p{i}": text for i, text in enumerate(paragraphs)}
        (there / "context.json").write_text(json.dumps(context, ensure_ascii=False), "utf-8")
        ours = [drafter, "draft", str(BRIEF), "-o", str(there / "ours.docx")]
        theirs = [
            sys.executable,
            str(Path(__file__).with_name("docxtpl_peer.py")),
            *(str(there / n) for n in ("template.docx", "context.json", "theirs.docx")),
        ]
        wall, cpu = compare(ours, theirs)
    print(f"drafter draft / docxtpl script, {sum(map(len, paragraphs))} characters")
    print(ratio_row("wall", wall, 1.0))
    print(ratio_row("cpu", cpu, 1.0))


def _template(path: Path, count: int) -> None:
    """A Word template with one place for each paragraph."""
    document = Document()
    for i in range(count):
        document.add_paragraph("{{ p" + str(i) + " }}")
    document.save(str(path))


if __name__ == "__main__":
    main()
