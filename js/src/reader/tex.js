/** Typeset mathematics as TeX: of the MathML that the figures write (language/mathml.js). */

const LETTERS = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  ε: "varepsilon",
  η: "eta",
  θ: "theta",
  κ: "kappa",
  λ: "lambda",
  μ: "mu",
  π: "pi",
  ρ: "rho",
  σ: "sigma",
  τ: "tau",
  φ: "varphi",
  ψ: "psi",
  ω: "omega",
  Δ: "Delta",
  "∞": "infty",
  "·": "cdot",
};
const NAMED = "sin cos tan sec csc cot sinh cosh tanh exp ln log max min".split(" ");
/** What TeX has a command for; any other letter or sign stands for itself. */
const COMMANDS = { ...LETTERS, ...Object.fromEntries(NAMED.map((name) => [name, name])) };
/** The minus sign, and the signs that are not drawn. @type {Record<string, string>} */
const SIGNS = { "−": "-", "\u2061": "", "\u2062": "" };

/**
 * What holds others, by the name of its element.
 * @type {Record<string, (parts: string[]) => string>}
 */
const HOLDERS = {
  mfrac: ([above, below]) => `\\frac{${above}}{${below}}`,
  msup: ([base, power]) => `{${base}}^{${power}}`,
  msub: ([base, index]) => `{${base}}_{${index}}`,
  msubsup: ([base, index, power]) => `{${base}}_{${index}}^{${power}}`,
  msqrt: (parts) => `\\sqrt{${joined(parts)}}`,
  mroot: ([inner, degree]) => `\\sqrt[${degree}]{${inner}}`,
};

/** @param {Element} element @returns {string} */
export function tex(element) {
  const text = element.textContent ?? "";
  if (element.childElementCount) {
    const parts = [...element.children].map(tex);
    return (HOLDERS[element.localName] ?? joined)(parts);
  }
  if (Object.hasOwn(COMMANDS, text)) return `\\${Reflect.get(COMMANDS, text)}`;
  if (Object.hasOwn(SIGNS, text)) return SIGNS[text];
  if (element.localName === "mtext") return `\\text{${text}}`;
  return element.localName === "mi" && text.length > 1 ? `\\operatorname{${text}}` : text;
}

/** One after the other: the name of a command ends before a letter. @param {string[]} parts */
function joined(parts) {
  const spaced = (/** @type {string} */ text, /** @type {string} */ part) =>
    /\\[a-z]+$/i.test(text) && /^\w/.test(part) ? `${text} ${part}` : text + part;
  return parts.reduce(spaced, "");
}
