"""The engine beside hand-written NumPy, HIPS autograd and PyTorch: one process, one thread."""

import json
import os
import subprocess
import sys

from tools.bench import ROOT, Row

SECONDS = 3  # that each contest lasts
# Set before NumPy is loaded, hence a process of its own.
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
# Memory once had is kept: whether the C library gives it back between calls is luck, and costs.
KEEP_MEMORY = dict.fromkeys(("MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_"), str(2**28))


def rows():
    command = [sys.executable, "-m", "tools.bench._engine", str(SECONDS)]
    settings = os.environ | ONE_THREAD | KEEP_MEMORY
    done = subprocess.run(
        command, cwd=ROOT, env=settings, check=True, stdout=subprocess.PIPE, text=True
    )
    yield from (Row(**row) for row in json.loads(done.stdout))
