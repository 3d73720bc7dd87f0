/** The order of the steps: every node forwards, the turn, every edge backwards. */

/** @typedef {import("./sweep.js").Node} Node */
/** @typedef {import("./sweep.js").Run} Run */

/**
 * @typedef {object} Step
 * @property {"forward" | "turn" | "backward"} kind
 * @property {number} place the node that is computed, or whose adjoint is passed on
 * @property {number} position of the argument that it is passed to
 * @property {number} share the how-manieth of all that arrive there
 * @property {number} shares
 */

/** @param {Node[]} nodes @returns {Step[]} */
export function stepsOf(nodes) {
  const last = nodes.length - 1;
  /** @type {Step[]} */ const backwards = [];
  const arrived = nodes.map(() => 0);
  /** @type {(kind: Step["kind"], place: number, position?: number) => Step} */
  const step = (kind, place, position = 0) => ({ kind, place, position, share: 1, shares: 1 });
  for (let place = last; place >= 0; place--) {
    nodes[place].arguments.forEach((argument, position) => {
      if (nodes[argument].given) return;
      arrived[argument] += 1;
      backwards.push({ ...step("backward", place, position), share: arrived[argument] });
    });
  }
  for (const back of backwards) back.shares = arrived[argumentOf(nodes, back)];
  const forwards = nodes.flatMap(({ formula }, place) =>
    formula === null ? [] : [step("forward", place)],
  );
  return [...forwards, step("turn", last), ...backwards];
}

/** The node that a step backwards goes to. @param {Node[]} nodes @param {Step} step */
export function argumentOf(nodes, { place, position }) {
  return nodes[place].arguments[position];
}

/**
 * How many shares of its adjoint arrive at each node; the result's own 1 counts as one.
 * @param {Node[]} nodes
 */
export function wantedShares(nodes, steps = stepsOf(nodes)) {
  const wanted = nodes.map(() => 0);
  wanted[nodes.length - 1] = 1;
  for (const step of steps)
    if (step.kind === "backward") wanted[argumentOf(nodes, step)] = step.shares;
  return wanted;
}

/**
 * How far each node is after some steps.
 * @typedef {object} Progress
 * @property {boolean[]} known whether the value is computed
 * @property {number[]} arrived how many shares of the adjoint are there; the result's own 1 counts
 *   as one
 * @property {number[]} wanted how many there will be
 * @property {number[]} sums the adjoint as far as it has come
 */

/**
 * @param {Node[]} nodes @param {Step[]} steps @param {number} count @param {Run} run
 * @returns {Progress}
 */
export function progress(nodes, steps, count, run) {
  const known = nodes.map(({ formula }) => formula === null);
  const arrived = nodes.map(() => 0),
    sums = nodes.map(() => 0);
  steps.slice(0, count).forEach((step) => {
    if (step.kind === "forward") known[step.place] = true;
    else if (step.kind === "turn") {
      sums[step.place] = run.adjoints[step.place];
      arrived[step.place] = 1;
    } else {
      const argument = argumentOf(nodes, step);
      sums[argument] += run.shares[step.place][step.position];
      arrived[argument] += 1;
    }
  });
  return { known, arrived, wanted: wantedShares(nodes, steps), sums };
}
