// What the reader sees as a small value: reported to the outside, and restored from it.
//
// The same value as `View` in views/view.py, without what the outside decides (layout and looks):
// {filters: {field: [codes]}, business, partnership, focus: {business, suppliers, buyers},
// moved: {id: [x, y]}, camera: {x, y, zoom}}; what is not there is null or empty.

/** The view of a graph now. */
export function seen(graph) {
  const { chosen, business, partnership, focus, moved } = graph.state;
  const filters = {};
  for (const [field, codes] of Object.entries(chosen)) {
    if (codes.size) filters[field] = [...codes].sort();
  }
  const camera = graph.scene.camera.seen();
  return { filters, business, partnership, focus, moved: { ...moved }, camera };
}

/** The part of a graph's state that a view decides, as far as the data know what it names. */
export function chosenBy(view, model) {
  const { filters = {}, business = null, partnership = null, focus = null, moved = {} } = view;
  const chosen = {};
  for (const { field, options } of model.payload.facets) {
    const known = new Set(options.map((option) => option.code));
    const codes = (filters[field] ?? []).filter((code) => known.has(code));
    if (codes.length) chosen[field] = new Set(codes);
  }
  return {
    chosen,
    business: model.nodes.has(business) ? business : null,
    partnership: model.edges.has(partnership) ? partnership : null,
    focus: model.nodes.has(focus?.business) ? { suppliers: 1, buyers: 1, ...focus } : null,
    moved: { ...moved },
  };
}
