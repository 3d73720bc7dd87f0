/** What a reader did on a set, as plain values: every answer with its verdict, made anew. */
import { format } from "../../../core/formatting.js";
import { counted, phrase } from "../../../core/phrase.js";
import { bugOf, knownOf, MARKUP, programOf, treeOf } from "../../../judge/asked.js";
import { blanksOf, orderOf, pointed } from "../../../judge/given.js";
import { judge } from "../../../judge/judge.js";
import { RULES } from "../../../judge/rules.js";
import { filled } from "../../../judge/texts.js";
import { plainText } from "../../../language/writing.js";
import { written } from "../../../shell/dom.js";
import { BOOK } from "../../../shell/record.js";
import { decides } from "../draw.js";
import LABELS from "../words.json";
import { COMMON } from "../../../shell/words.js";
import WORDS from "./words.json";

/** @typedef {import("../../../judge/asked.js").Exercise} Exercise */
/** @typedef {import("./store.js").Work} Work */
/** @typedef {{exercise: Exercise, seed: number}} Asked */
/** @typedef {ReturnType<typeof rowOf>} Row */

/** @param {Asked} asked @param {number} number @param {Work} work */
export function rowOf({ exercise, seed }, number, { answers, solution }) {
  const given = answers.map((answer) => answerOf(exercise, seed, answer));
  const tries = given.filter(({ isTry }) => isTry);
  return {
    number,
    exercise: exercise.slug,
    seed,
    level: exercise.level,
    kind: exercise.kind,
    question: questionOf(exercise, seed),
    answers: given,
    tries: tries.length,
    rightAtTry: tries.findIndex(({ verdict }) => verdict === "correct") + 1 || null,
    solutionOpenedAfterAnswer: solution || null,
  };
}

/** How many are right, how many of these at the first try. @param {Row[]} rows */
export function summed(rows) {
  return {
    exercises: rows.length,
    right: rows.filter(({ rightAtTry }) => rightAtTry).length,
    rightAtFirstTry: rows.filter(({ rightAtTry }) => rightAtTry === 1).length,
    notTried: rows.filter(({ tries }) => tries === 0).length,
  };
}

/** What kind of exercise it is, in words. @param {Exercise} exercise */
export const kindOf = ({ level, kind }) =>
  phrase(WORDS.kind, {
    level: LABELS.levels[level],
    sort: /** @type {Record<string, string>} */ (LABELS.sorts)[kind] ?? kind,
  });

/** How an exercise went, in a few words. @param {Row} row */
export function cameOf({ tries, rightAtTry, solutionOpenedAfterAnswer: opened }) {
  const wrong = tries ? counted(WORDS.tries, tries) : WORDS.untried;
  const right = rightAtTry === 1 ? WORDS.first : phrase(WORDS.later, { count: rightAtTry ?? 0 });
  return [rightAtTry ? right : wrong, ...(opened ? [counted(WORDS.opened, opened)] : [])].join(
    "; ",
  );
}

/**
 * The file to hand in, which a person can read.
 * @param {Row[]} rows @param {{edition: string, link: string}} where
 */
export const handedIn = (rows, { edition, link }) =>
  JSON.stringify(
    {
      unverified: COMMON.unverified,
      book: BOOK,
      edition,
      set: link,
      saved: new Date().toISOString(),
      done: summed(rows),
      exercises: rows.map(told),
    },
    null,
    1,
  );

/**
 * How it went in words, and nothing that is empty: no answers where none was given.
 * @param {Row} row
 */
const told = (row) =>
  filledIn({ ...row, outcome: cameOf(row), answers: row.answers.map(filledIn) });

/** @param {object} fields */
const filledIn = (fields) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value.length !== 0),
  );

/** What is asked, as text: the prompt, the function, what there is to choose from. */
function questionOf(/** @type {Exercise} */ exercise, /** @type {number} */ seed) {
  const tree = treeOf(exercise, seed),
    known = knownOf(exercise, seed);
  const choices = (exercise.choices ?? []).map(({ text }) => plain(filled(text, known)));
  const nodes = (exercise.nodes ?? []).map(
    ([name, label]) => `${plain(label)} = ${format(known[name])}`,
  );
  const asked = [
    plain(filled(exercise.prompt, known)),
    ...(nodes.length ? [nodes.join("; ")] : []),
    ...(tree === null ? [] : [`y = ${plainText(tree)}`]),
    ...(choices.length ? [choices.join(" / ")] : []),
    ...(exercise.kind === "bug" ? [`\n${programOf(exercise, known).join("\n")}`] : []),
  ];
  return asked.join(" ");
}

/** @param {Exercise} exercise @param {number} seed @param {string} answer */
function answerOf(exercise, seed, answer) {
  const verdict = judge(exercise, answer, seed),
    { kind, lines, mistakes, fields = {} } = verdict;
  const all = [...mistakes, ...Object.values(fields).flatMap((field) => field.mistakes)];
  const blanks = labelled(exercise, (name) => fields[name]?.lines[0]);
  return {
    answer: readable(exercise, seed, answer),
    isTry: decides(verdict),
    verdict: kind,
    said: [...(MARKUP.includes(exercise.kind) ? lines.map(plain) : lines), ...blanks],
    mistakes: [...new Set(all)].map((name) => RULES.mistakes[name]?.title ?? name),
  };
}

/** An answer as a person reads it: in words what the state keeps as numbers and names. */
function readable(
  /** @type {Exercise} */ exercise,
  /** @type {number} */ seed,
  /** @type {string} */ answer,
) {
  const texts = { choice: exercise.choices?.map(({ text }) => text), order: exercise.items };
  const { [exercise.kind]: named } = /** @type {Record<string, string[]>} */ (texts);
  if (exercise.kind === "fill") {
    const given = blanksOf(answer);
    return labelled(exercise, (name) => given[name] || WORDS.empty).join("; ");
  }
  if (exercise.kind === "bug") return lineOf(exercise, seed, answer);
  if (!named) return answer;
  const known = knownOf(exercise, seed);
  return orderOf(answer)
    .map((place) => plain(filled(named[place] ?? "", known)))
    .join(" → ");
}

/** The line of a program that was chosen, or what is to stand there, after its number. */
function lineOf(
  /** @type {Exercise} */ exercise,
  /** @type {number} */ seed,
  /** @type {string} */ answer,
) {
  const { line, mend } = pointed(answer),
    known = knownOf(exercise, seed);
  const text = bugOf(exercise, known).mends[mend]?.text ?? programOf(exercise, known)[line] ?? "";
  return `${line + 1}: ${text.trim()}`;
}

/** Something about every blank, after its label. */
const labelled = (
  /** @type {Exercise} */ { blanks = [] },
  /** @type {(name: string) => string | undefined} */ tell,
) => blanks.map(({ name, label }) => `${plain(label)}: ${tell(name) ?? ""}`);

/** @param {string} markup made by ptcode */
const plain = (markup) => written("span", markup).textContent ?? "";
