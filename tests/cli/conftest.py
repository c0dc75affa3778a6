from __future__ import annotations

import io
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from marsad import pipeline
from marsad.cli.main import main
from marsad.knowledge import load
from samples import ARTICLE, TOOLS, Knowledge, annotate


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Marsad = Callable[..., Result]


@pytest.fixture
def marsad(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Marsad]:
    """Run the command line in an empty folder, with stand-ins for the analysts' files and the readers."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MARSAD_STORE", raising=False)
    monkeypatch.delenv("MARSAD_KNOWLEDGE", raising=False)
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setattr(load, "load_knowledge", lambda _: Knowledge())
    monkeypatch.setattr(pipeline, "parse_tools", lambda _: TOOLS)
    monkeypatch.setattr(pipeline, "annotate", annotate)

    def call(*arguments: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["marsad", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Result(int(ended.value.code or 0), said.out, said.err)

    before = signal.getsignal(signal.SIGPIPE)
    yield call
    signal.signal(signal.SIGPIPE, before)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Three articles, in ``pages/``."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"{ARTICLE}\nالخبر رقم {number} من كركوك.", "utf-8")
    return folder
