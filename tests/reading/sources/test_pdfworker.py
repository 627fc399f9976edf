"""PDFs cannot take the program down: another process reads them, within limits."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable

import pytest

from drafter.errors import SourceError
from drafter.reading.sources.pdfworker import read_pdf_apart
from drafter.reading.sources.refusals import Limits


@pytest.fixture
def packed_page(assemble_pdf) -> Callable[[bytes, int], bytes]:
    """A PDF of one page whose content is a piece repeated, packed: small outside, large inside."""

    def make(piece: bytes, times: int) -> bytes:
        packer = zlib.compressobj()
        packed = b"".join(packer.compress(piece * 10_000) for _ in range(times // 10_000))
        packed += packer.flush()
        page = b"/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>"
        objects = (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page%s/Contents 4 0 R>>" % page,
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        )
        return assemble_pdf(objects)

    return make


def test_lines_and_reasons_come_back(make_pdf, column) -> None:
    assert read_pdf_apart(make_pdf([column("同志们：")])) == ["同志们："]
    with pytest.raises(SourceError) as caught:
        read_pdf_apart(b"%PDF-1.7 nothing")
    assert caught.value.code == "S006"
    with pytest.raises(SourceError, match="2 页"):
        read_pdf_apart(make_pdf([column("一")] * 2), Limits(pdf_pages=1))


@pytest.mark.slow
def test_a_file_that_unpacks_beyond_the_memory_costs_only_itself(
    packed_page, make_pdf, column
) -> None:
    bomb = packed_page(b" " * 100, 5_000_000)
    assert len(bomb) < 1_000_000
    with pytest.raises(SourceError) as caught:
        read_pdf_apart(bomb, Limits(pdf_memory=500_000_000))
    assert caught.value.code == "S017"
    assert read_pdf_apart(make_pdf([column("同志们：")])) == ["同志们："]


@pytest.mark.slow
def test_a_file_that_takes_too_long_costs_only_itself(packed_page, make_pdf, column) -> None:
    endless = packed_page(b"BT /F1 16 Tf 90 700 Td (again and again) Tj ET\n", 5_000_000)
    with pytest.raises(SourceError, match="1 秒没有读完"):
        read_pdf_apart(endless, Limits(pdf_seconds=1))
    assert read_pdf_apart(make_pdf([column("同志们：")])) == ["同志们："]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_process_does_not_share_the_pipe(make_pdf, column) -> None:
    pdf = make_pdf([column("同志们：")])
    read_pdf_apart(pdf)
    child = os.fork()
    if child == 0:
        os._exit(0 if read_pdf_apart(pdf) == ["同志们："] else 1)
    assert read_pdf_apart(pdf) == ["同志们："]
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
