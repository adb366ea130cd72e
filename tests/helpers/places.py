"""Where things lie in the checkout, and the day on which tests happen."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "liushou_cli"
DOCS = ROOT / "docs"
SCHOOL = ROOT / "examples" / "新溪中学"
GALLERY = ROOT / "tests" / "errors"
TODAY = "2013-12-30"
