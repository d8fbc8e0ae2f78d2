"""What a layout returns, and what layouts share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial import cKDTree

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Arrangement:
    """Positions, and what stands behind them.

    Attributes
    ----------
    positions
        Columns `x` and `y`, by business id, in drawing units; y grows downwards.
    room
        Width each business may fill: twice the largest radius that does not touch a neighbour.
    direction
        `across` where goods flow from left to right, else `any`.
    scenery
        Columns, lanes, rings and coastlines, in the same units.
    """

    positions: pd.DataFrame
    room: float
    direction: str = "any"
    scenery: Mapping[str, Any] = field(default_factory=dict)


def placed(points: Points, index: pd.Index) -> pd.DataFrame:
    """Turn n × 2 points into positions, to a tenth of a unit."""
    return pd.DataFrame(points.round(1) + 0.0, index=index, columns=["x", "y"])


def pushed_apart(points: Points, room: float, *, rounds: int = 400) -> Points:
    """Move points that are nearer than `room` away from each other, as little as it takes.

    Parameters
    ----------
    points
        n × 2; points that coincide are first fanned out like seeds in a sunflower.
    room
        Distance wanted between any two.
    """
    moved = _fanned(points, room)
    for _ in range(rounds):
        pairs = cKDTree(moved).query_pairs(room * 0.999, output_type="ndarray")
        if not len(pairs):
            break
        one, other = pairs.T
        away = moved[one] - moved[other]
        distance = np.maximum(np.linalg.norm(away, axis=1), 1e-9)
        push = away * (0.26 * (room - distance) / distance)[:, None]
        np.add.at(moved, one, push)
        np.add.at(moved, other, -push)
    return moved


def _fanned(points: Points, room: float) -> Points:
    """Spread points of one place on a spiral, in their order."""
    cells = pd.DataFrame(np.round(points / (room / 2)))
    turn = cells.groupby([0, 1]).cumcount().to_numpy(dtype=float)
    angle = turn * np.pi * (3 - np.sqrt(5))
    reach = 0.55 * room * np.sqrt(turn)
    return points + np.column_stack([reach * np.cos(angle), reach * np.sin(angle)])
