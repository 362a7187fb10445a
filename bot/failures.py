"""Exceptions in the log without anything that a person wrote."""

import traceback

FRAMES = 12


def described(error: BaseException) -> list[str]:
    """Each exception of the chain: its type and where it was raised, innermost frame last.

    Never the message, which may quote a row of the database or what somebody typed.
    """
    chain: list[str] = []
    link: BaseException | None = error
    while link is not None and len(chain) < FRAMES:
        frames = traceback.extract_tb(link.__traceback__)[-FRAMES:]
        places = " > ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
        chain.append(f"{type(link).__qualname__} at {places}")
        link = link.__cause__ or link.__context__
    return chain
