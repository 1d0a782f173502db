"""What holds for all tests."""

import signal


def pytest_configure() -> None:
    """Programs that tests start are interrupted as in a terminal, in a background job too."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
