"""Which paragraph of one letter is which of the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

_T = TypeVar("_T")
_GAP = 0.0
_BETTER = 0.25
"""By how much two crossed pairs must be more alike than the straight ones to be an exchange."""
_MOVED = 0.45
_CREDIBLE = 0.3
"""Two that are less alike may as well have nothing to do with each other."""
_ALIKE = 0.05


class Alignment(NamedTuple):
    """Pairs of indices in the order of the target; what stands alone; pairs that changed places."""

    pairs: tuple[tuple[int, int], ...]
    lost: tuple[int, ...]
    gained: tuple[int, ...]
    moved: tuple[tuple[int, int], ...]  # among `pairs`: they stand elsewhere in the target


def align(
    source: Sequence[_T], target: Sequence[_T], likeness: Callable[[_T, _T], float]
) -> Alignment:
    """Align two sequences; `likeness` is from 0, nothing in common, to 1."""
    score = [[likeness(one, other) for other in target] for one in source]
    pairs = _in_order(score, len(source), len(target))
    moved: list[tuple[int, int]] = []
    _uncross(pairs, moved, score)
    _find_better(pairs, moved, score)
    lost = set(range(len(source))) - {pair[0] for pair in pairs}
    gained = set(range(len(target))) - {pair[1] for pair in pairs}
    pairs.sort(key=lambda pair: pair[1])
    return Alignment(tuple(pairs), tuple(sorted(lost)), tuple(sorted(gained)), tuple(moved))


def _in_order(score: list[list[float]], rows: int, columns: int) -> list[tuple[int, int]]:
    """The pairs without a crossing that are most alike together (Needleman and Wunsch, 1970)."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(
                best[i + 1][j + 1] + score[i][j] + _ALIKE,
                best[i + 1][j] + _GAP,
                best[i][j + 1] + _GAP,
            )
    pairs = []
    i = j = 0
    while i < rows and j < columns:
        if best[i][j] == best[i + 1][j + 1] + score[i][j] + _ALIKE:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j] + _GAP:
            i += 1
        else:
            j += 1
    return pairs


def _uncross(
    pairs: list[tuple[int, int]], moved: list[tuple[int, int]], score: list[list[float]]
) -> None:
    """Exchange two pairs where they are clearly more alike crosswise."""
    found = True
    while found:
        found = False
        for one in range(len(pairs)):
            for two in range(one + 1, len(pairs)):
                (a, b), (c, d) = pairs[one], pairs[two]
                straight, crossed = score[a][b] + score[c][d], score[a][d] + score[c][b]
                if crossed > straight + _BETTER and min(score[a][d], score[c][b]) > 0:
                    pairs[one], pairs[two] = (a, d), (c, b)
                    for pair in ((a, b), (c, d)):
                        if pair in moved:
                            moved.remove(pair)
                    moved += ((a, d), (c, b))
                    found = True


def _find_better(
    pairs: list[tuple[int, int]], moved: list[tuple[int, int]], score: list[list[float]]
) -> None:
    """Pair anew what has little or no counterpart with what it has much more in common with."""
    row = {i: (i, j) for i, j in pairs}
    column = {j: (i, j) for i, j in pairs}

    def now(pair: tuple[int, int] | None) -> float:
        return score[pair[0]][pair[1]] if pair else 0.0

    alike = (
        (value, i, j)
        for i, line in enumerate(score)
        for j, value in enumerate(line)
        if value >= _MOVED
    )
    for value, i, j in sorted(alike, reverse=True):
        here, there = row.get(i), column.get(j)
        if here == (i, j):
            continue
        if value <= _BETTER + max(now(here), now(there)):
            continue
        if here and there:  # they would leave two others alone, to be paired with each other
            rest = score[there[0]][here[1]]
            if rest >= _CREDIBLE and value + rest <= _BETTER + now(here) + now(there):
                continue
        for pair in (here, there):
            if pair:
                del row[pair[0]], column[pair[1]]
                if pair in moved:
                    moved.remove(pair)
        row[i] = column[j] = i, j
        moved.append((i, j))
    pairs[:] = row.values()
