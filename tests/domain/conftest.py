"""How long random tests run: LIUSHOU_EXAMPLES asks for more on a quiet night."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "liushou",
    max_examples=int(os.environ.get("LIUSHOU_EXAMPLES", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("liushou")
