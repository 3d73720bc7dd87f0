"""Let the asserts of the claims say what they compared, as those of a test do."""

from pathlib import Path

import pytest

CLAIMS = Path(__file__).parent.glob("claims_*.py")
pytest.register_assert_rewrite("accounts", *(path.stem for path in CLAIMS))
