"""The peer: fill a Word template with a speech's text through docxtpl, as an office script would.

python docxtpl_peer.py TEMPLATE.docx CONTEXT.json OUT.docx
"""

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate

template, context, out = sys.argv[1:]
values = json.loads(Path(context).read_text("utf-8"))
document = DocxTemplate(template)
document.render(values, autoescape=True)
document.save(out)
