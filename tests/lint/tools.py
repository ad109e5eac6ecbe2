"""What the lint tests share: where the project is, and how to find a tool."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SKIPPED = 77  # See SKIP_RETURN_CODE in tests/CMakeLists.txt.


def cpp_sources():
    """Our own C++, headers included, as sorted paths."""
    return sorted(
        path
        for folder in ("generator", "tests")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".cc", ".h") and "node_modules" not in path.parts
    )


def find_tool(*names, package, version=""):
    """The first of `names` that is installed and reports `version`.

    Without one the test is skipped, because another version judges otherwise; but
    in continuous integration it fails, because there a skipped check is a hole.
    """
    for name in names:
        tool = shutil.which(name)
        if tool:
            said = subprocess.run([tool, "--version"], capture_output=True, text=True, check=False)
            if version in said.stdout:
                return tool
    print(f"{names[0]} is not installed: apt-get install {package}")
    sys.exit(1 if os.environ.get("CI") else SKIPPED)
