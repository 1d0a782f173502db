"""What holds for all tests."""

import signal


def pytest_configure() -> None:
    """Programs that tests start are ended as in a terminal, where a job in the background is not.

    Such a job ignores Ctrl-C, one of `nohup` that its terminal went, and so do their children.
    """
    for name, usual in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, usual)
