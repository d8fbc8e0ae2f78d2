// The picture around a focus: columns by steps, suppliers left, buyers right.

const ROWS = 16;
const ROW = 40;
const COLUMN = 170;
const ASIDE = 230;
const STEP = 300;

/** Columns by steps from the focus, each in the order of the layout, without gaps. */
export function gathered(steps, home) {
  const places = new Map();
  const columns = new Map();
  for (const [id, step] of steps) {
    if (!columns.has(step)) columns.set(step, []);
    columns.get(step).push(id);
  }
  for (const ids of columns.values()) ids.sort((one, other) => home.get(one)[1] - home.get(other)[1]);
  const tall = (step) => Math.min(columns.get(step)?.length ?? 0, ROWS);
  const highest = Math.max(...[...columns.keys()].filter((step) => step !== null).map(tall));
  const aside = columns.get(null) ?? [];
  aside.forEach((id, turn) => {
    places.set(id, [(turn - (aside.length - 1) / 2) * ASIDE, -(highest / 2 + 2) * ROW]);
  });
  for (const sign of [-1, 1]) {
    let edge = 0;
    for (let step = 1; columns.has(sign * step); step += 1) {
      const ids = columns.get(sign * step);
      const stacks = Math.ceil(ids.length / ROWS);
      const rows = Math.ceil(ids.length / stacks);
      ids.forEach((id, turn) => {
        const stack = Math.floor(turn / rows);
        const held = Math.min(rows, ids.length - stack * rows);
        const x = sign * (edge + STEP + stack * COLUMN);
        places.set(id, [x, ((turn % rows) - (held - 1) / 2) * ROW + (stack % 2) * (ROW / 2)]);
      });
      edge += STEP + (stacks - 1) * COLUMN;
    }
  }
  for (const id of columns.get(0)) places.set(id, [0, 0]);
  return places;
}
