"""The engine beside hand-written NumPy, HIPS autograd and PyTorch: one process, one thread."""

import json
import os
import subprocess
import sys

from tools.bench import ROOT, Row

# Set before NumPy is loaded, hence a process of its own.
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)


def rows():
    command = [sys.executable, "-m", "tools.bench._engine"]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | ONE_THREAD, check=True, capture_output=True, text=True
    )
    yield from (Row(**row) for row in json.loads(done.stdout))
