"""A mark for tests in which a warning is an error."""

import pytest

# But for what another test of the worker has left open, and the collector comes upon in this one.
STRICT = pytest.mark.filterwarnings("error", "default::pytest.PytestUnraisableExceptionWarning")
