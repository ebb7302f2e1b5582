"""What the tests share: options, profiles of the property tests, and the sample page."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from newscli.model import Document
from newscli.pipeline import Reading

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "seeds" / "000_c2acb2615f69c0ed.txt"

# No deadline: a loaded machine must not turn a test red. The quick run is the same every time; CI looks further each time.
settings.register_profile("quick", max_examples=40, deadline=None, derandomize=True, database=None)
settings.register_profile(
    "ci", max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("ci" if os.environ.get("CI") else "quick")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add our options."""
    parser.addoption("--update-golden", action="store_true", help="write what the program prints now into tests/golden")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to rewrite golden files where nobody reviews the diff."""
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("--update-golden refuses to run in CI: run it at home and review the diff line by line")


@pytest.fixture(scope="session")
def sample() -> Reading:
    """Return the sample page as read; its stages run once for the whole session."""
    return Reading(Document("sample", SAMPLE.read_text(encoding="utf-8")))


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Return whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))
