"""Businesses near those they trade with: clusters first, then members, components packed.

A force layout of the whole graph flings small components far out and squeezes the rest into a dot.
Here each component is laid out alone: first its communities as single points, then the members
around them; then the components are packed into a frame.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import networkx as nx
import numpy as np
import rustworkx as rx

from supplychain.core.network import SupplyNetwork
from supplychain.views.layout.arrangement import Arrangement, Points, placed, pushed_apart

ROOM = 26.0
ASPECT = 1.5
SEED = 11


def force(network: SupplyNetwork) -> Arrangement:
    """Place businesses so that distance tells of ties; all relations count, each pair once."""
    ties: nx.Graph[int] = nx.Graph()
    ties.add_nodes_from(range(len(network)))
    place = {business: row for row, business in enumerate(network.businesses.index)}
    ends = zip(network.partnerships["supplier"], network.partnerships["buyer"], strict=True)
    ties.add_edges_from((place[one], place[other]) for one, other in ends if one != other)
    points = np.zeros((len(network), 2))
    parts = sorted((sorted(part) for part in nx.connected_components(ties)), key=len, reverse=True)
    laid = [_component(ties.subgraph(part), part) for part in parts]
    for part, corner, shape in zip(parts, _packed(laid), laid, strict=True):
        points[part] = shape + corner
    return Arrangement(placed(points, network.businesses.index), ROOM)


def _component(ties: nx.Graph[int], members: list[int]) -> Points:
    """Lay out one component; its upper left corner is the origin."""
    if len(members) < 3:
        return np.column_stack([np.arange(len(members)) * 2.0 * ROOM, np.zeros(len(members))])
    groups = [sorted(group) for group in _communities(ties)]
    home = {member: place for place, group in enumerate(groups) for member in group}
    between = {(home[a], home[b]) for a, b in ties.edges if home[a] != home[b]}
    radius = np.array([1.25 * ROOM * np.sqrt(len(group)) for group in groups])
    centres = _centres(len(groups), between, radius)
    points = np.zeros((len(members), 2))
    row = {member: i for i, member in enumerate(members)}
    for centre, group, reach in zip(centres, groups, radius, strict=True):
        inner = _spring(len(group), _local(ties, group))
        points[[row[member] for member in group]] = centre + inner * reach
    points = pushed_apart(points, ROOM)
    return points - points.min(axis=0)


def _communities(ties: nx.Graph[int]) -> list[set[int]]:
    ordered: nx.Graph[int] = nx.Graph()
    ordered.add_nodes_from(sorted(ties.nodes))
    ordered.add_edges_from(sorted((min(edge), max(edge)) for edge in ties.edges))
    found: list[set[int]] = nx.community.louvain_communities(ordered, seed=SEED)
    return sorted(found, key=min)


def _local(ties: nx.Graph[int], group: list[int]) -> list[tuple[int, int]]:
    row: Mapping[int, int] = {member: i for i, member in enumerate(group)}
    return [(row[a], row[b]) for a, b in ties.subgraph(group).edges]


def _centres(count: int, between: Iterable[tuple[int, int]], radius: Points) -> Points:
    """Where the communities stand: far enough apart that their members do not mix."""
    centres = _spring(count, between) * radius.sum() / 2.2
    for _ in range(300):
        away = centres[:, None] - centres[None, :]
        distance = np.linalg.norm(away, axis=2) + np.eye(count) * 1e9
        lacking = np.maximum(radius[:, None] + radius[None, :] + ROOM - distance, 0)
        if lacking.max(initial=0) < 1:
            break
        centres += 0.3 * (away / distance[:, :, None] * lacking[:, :, None]).sum(axis=1)
    return centres


def _spring(count: int, links: Iterable[tuple[int, int]]) -> Points:
    """Spring layout inside the unit circle."""
    if count == 1:
        return np.zeros((1, 2))
    graph: rx.PyGraph[int, None] = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(list(range(count)))
    graph.add_edges_from_no_data(sorted(links))
    found = rx.spring_layout(graph, num_iter=120, seed=SEED, center=(0.0, 0.0))
    points = np.array([found[i] for i in range(count)])
    points -= points.mean(axis=0)
    reach = float(np.linalg.norm(points, axis=1).max())
    return points / (reach or 1.0)


def _packed(shapes: list[Points]) -> list[Points]:
    """Upper left corners of components, in rows of one width, the largest first."""
    gap = 3 * ROOM
    sizes = np.array([shape.max(axis=0) + gap for shape in shapes]).reshape(-1, 2)
    square = float(np.sqrt(sizes.prod(axis=1).sum() * ASPECT))
    width = max(square, float(sizes[:, 0].max(initial=0)))
    corners, x, y, row = [], 0.0, 0.0, 0.0
    for wide, high in sizes:
        if x and x + wide > width:
            x, y, row = 0.0, y + row, 0.0
        corners.append(np.array([x, y]))
        x, row = x + wide, max(row, high)
    return corners
