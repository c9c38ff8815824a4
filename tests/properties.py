"""How hard property tests that any text must pass try: a little in `make test`, more in `make test-slow`."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

any_text = settings(
    max_examples=int(os.environ.get("CORPUS_EXAMPLES", "250")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
