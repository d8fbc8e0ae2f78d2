// The keyboard on the graph: arrows walk from partner to partner, single letters do the rest.

import { stateKeys } from "./states.js";

/** Act on a key pressed on the graph; tell whether it was one of ours. */
export function act(graph, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { camera } = graph.scene;
  const action = {
    ArrowLeft: () => walk(graph, "suppliers"),
    ArrowRight: () => walk(graph, "buyers"),
    ArrowUp: () => pass(graph, -1),
    ArrowDown: () => pass(graph, 1),
    Enter: () => graph.state.business !== null && graph.focus(graph.state.business),
    "/": () => graph.search.input.focus(),
    "+": () => camera.zoom(1.4),
    "=": () => camera.zoom(1.4),
    "-": () => camera.zoom(1 / 1.4),
    0: () => camera.fit(true),
    f: () => graph.fullScreen(),
    "?": () => graph.open("help"),
    ...stateKeys(graph),
  }[event.key];
  action?.();
  return Boolean(action);
}

/** Go to the largest supplier or buyer of the chosen business. */
function walk(graph, side) {
  const { model, state } = graph;
  if (!state.visible.nodes.has(state.business)) return begin(graph);
  const next = model[side](state.business).find(({ edge }) => state.visible.edges.has(edge.id));
  return next && graph.select({ business: next.id }, true);
}

/** Go to the next business of the same kind, down or up the picture. */
function pass(graph, direction) {
  const { model, state } = graph;
  const here = model.nodes.get(state.business);
  if (!here || !state.visible.nodes.has(here.id)) return begin(graph);
  const equals = [...model.nodes.values()]
    .filter((node) => node.kind === here.kind && state.visible.nodes.has(node.id))
    .sort((one, other) => one.y - other.y || one.x - other.x);
  const next = equals[equals.indexOf(here) + direction];
  return next && graph.select({ business: next.id }, true);
}

function begin(graph) {
  const first = graph.model.ranked.find((node) => graph.state.visible.nodes.has(node.id));
  return first && graph.select({ business: first.id }, true);
}
