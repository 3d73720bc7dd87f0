"""The book's own wheel for the page: its Python and the little data that it reads."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ptcode.site import live

METADATA = "Metadata-Version: 2.1\nName: ptcode\nVersion: {version}\n"
WHEEL = "Wheel-Version: 1.0\nGenerator: tools/live\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def build(folder, version):
    """Write the wheel; the same package gives the same bytes."""
    info = f"ptcode-{version}.dist-info"
    files = {path.relative_to(live.ROOT).as_posix(): path.read_bytes() for path in live.sources()}
    files[f"{info}/METADATA"] = METADATA.format(version=version).encode()
    files[f"{info}/WHEEL"] = WHEEL.encode()
    files[f"{info}/RECORD"] = "".join(f"{name},,\n" for name in files).encode()
    made = Path(folder) / f"ptcode-{version}-py3-none-any.whl"
    with ZipFile(made, "w", ZIP_DEFLATED) as wheel:
        for name, content in files.items():
            wheel.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return made
