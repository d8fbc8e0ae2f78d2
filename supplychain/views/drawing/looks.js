// How businesses and partnerships look to vis-network, for a theme and a choice.

import { standing } from "./states.js";
import { outline } from "./words.js";

const ROUND = { to: { enabled: true, type: "circle", scaleFactor: 0.35 } };

/** Nodes for vis-network; `homes` holds the place of each. */
export function nodeLooks(model, { theme, visible }, homes) {
  const { paints, inks } = model.payload;
  const border = outline(model.payload, theme);
  return [...model.nodes.values()].map((node) => {
    const background = paints[node.paint][theme === "dark" ? 1 : 0];
    const both = { background, border };
    const [x, y] = homes.get(node.id);
    const stands = model.payload.states ? standing(node, both, inks[theme]) : {};
    return {
      id: node.id,
      x,
      y,
      shape: node.shape,
      size: node.size,
      hidden: !visible.nodes.has(node.id),
      look: `${background} ${both.border} ${node.size} ${node.mark}`,
      color: { ...both, highlight: both, hover: both },
      ...stands,
    };
  });
}

/** Edges for vis-network: in the supplier's colour, the paler the more there are. */
export function edgeLooks(model, { theme, visible }, turned) {
  const { paints, inks, legend, layout, options } = model.payload;
  const crossed = layout === "tiers" || layout === "focus" ? 10 : 6;
  const faint = Math.min(0.7, Math.max(0.16, crossed / Math.sqrt(visible.edges.size)));
  return [...model.edges.values()].map((edge) => {
    const context = edge.relation !== "supplies";
    const own = paints[model.nodes.get(edge.from).paint][theme === "dark" ? 1 : 0];
    const plain = context || legend.colour.ticks ? inks[theme].muted : own;
    const color = paints[edge.paint]?.[theme === "dark" ? 1 : 0] ?? plain;
    const opacity = edge.opacity ?? (context ? 0.4 : faint);
    const smooth = { ...options.edges.smooth, ...edge.smooth };
    if (turned && smooth.forceDirection) smooth.forceDirection = "vertical";
    return {
      id: edge.id,
      from: edge.from,
      to: edge.to,
      width: edge.width,
      dashes: edge.dashes,
      arrows: context ? ROUND : head(edge.width),
      smooth,
      hidden: !visible.edges.has(edge.id),
      look: `${color} ${opacity.toFixed(2)} ${edge.width} ${edge.dashes} ${turned}`,
      color: { color, highlight: color, hover: color, opacity },
    };
  });
}

/** An arrow head in keeping with its line; by itself it would grow three times as fast. */
function head(width) {
  return { to: { enabled: true, type: "arrow", scaleFactor: Math.min(0.5, 1.6 / (width + 2.4)) } };
}

/** What vis-network does to a node under the pointer. */
export function emphasised(values, id, selected, hovering) {
  if (selected || hovering) values.borderWidth = 2.5;
}

/** What vis-network does to an edge under the pointer, and we to those that stand out. */
export function strengthened(values, id, selected, hovering) {
  if (!selected && !hovering) return;
  values.opacity = 0.95;
  values.width += 0.6;
}

/** Items that a data set does not hold as they should be. */
export function changed(dataset, items) {
  return items.filter((item) => {
    const now = dataset.get(item.id);
    return !now || now.hidden !== item.hidden || now.look !== item.look;
  });
}

/** Make a data set hold exactly these items. */
export function exchange(dataset, items) {
  const wanted = new Set(items.map((item) => item.id));
  dataset.remove(dataset.getIds().filter((id) => !wanted.has(id)));
  dataset.update(items);
}
