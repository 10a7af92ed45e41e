import subprocess
import sys

import pytest

HEAVY = ("pydantic", "rapidfuzz", "Stemmer", "charset_normalizer", "textual")


@pytest.mark.parametrize("module", ["workbench.review.session", "workbench.cli.main"])
def test_nothing_heavy_is_imported_before_a_case_is_opened(module):
    code = f"import sys, {module}; print([name for name in {HEAVY} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
