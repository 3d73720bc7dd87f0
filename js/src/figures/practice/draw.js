/**
 * Which exercise comes next, and where it goes afterwards: five boxes, after Sebastian Leitner.
 * An exercise starts in the second box. Solved at the first try, it moves on by one box and rests
 * for the days of that box; missed, it goes back to the first, and is due again the same day. One
 * that rests is drawn only where nothing else is left, and then does not move on: a night's sleep
 * is part of the test. If the first box holds something, every other problem comes from there, on
 * average. Otherwise each box is drawn from half as often as the one before.
 */
import { uniforms } from "../../core/random.js";
import { daysLater } from "./days.js";
import { tempting } from "./slips.js";

export const BOXES = 5;
const MISSED = 1,
  NEW = 2;
const WEIGHTS = [8, 8, 4, 2, 1];
/** In days, by box. */
const REST = [0, 1, 3, 7, 21];
/** How much more likely is an exercise that tempts to a mistake which the reader makes. */
const WEAK = 3;
/** Verdicts that are neither right nor wrong: the reader goes on typing. */
const OPEN = [
  "unreadable",
  "undecided",
  "misread",
  "unfinished",
  "unsimplified",
  "rounded",
  "found",
];
/** Of a blank: right, or right if the blank before it were. */
const GOOD = ["correct", "follows"];

/**
 * @typedef {import("../../../generated/figures.d.ts").Practice["data"]["exercises"][number]}
 *   Exercise
 */
/**
 * @typedef {Pick<Exercise, "slug" | "topic" | "level" | "kind" | "wrong" | "choices" | "blanks" |
 *   "bugs"> & {spoken?: import("../../judge/rules.js").Spoken}} Card
 */
/**
 * @typedef {object} Place
 * @property {number} box @property {number} tries problems that were decided
 * @property {number} right of these, at the first try
 * @property {string} due the day, such as 2026-11-29, on which it comes again; "" is at once
 * @property {number} last the highest seed that was decided; one up to it has been seen
 * @property {string[]} slips the mistakes that were ever made in it
 */
/** @typedef {Record<string, Place>} Boxes the exercises that were tried, by slug */
/** @typedef {{topic: string, level: number, sort: string}} Choice 0 and "all" choose all */

/** @param {Boxes} boxes @param {string} slug @returns {Place} */
export const placeOf = (boxes, slug) =>
  boxes[slug] ?? { box: NEW, tries: 0, right: 0, due: "", last: -1, slips: [] };

/** @param {Place} place @param {string} today */
export const isDue = ({ due }, today) => due <= today;

/** @template {Card} Kind @param {Kind[]} cards @param {Choice} choice */
export function chosen(cards, { topic, level, sort }) {
  return cards.filter(
    (card) =>
      (topic === "all" || card.topic === topic) &&
      (!level || card.level === level) &&
      (sort === "all" || card.kind === sort),
  );
}

/**
 * The next problem: an exercise, and the seed of numbers that it has not had yet. The same exercise
 * does not come twice in a row, nor does the same topic while another one has something to ask.
 * @param {Card[]} cards those that were chosen, at least one
 * @param {Boxes} boxes
 * @param {object} options
 * @param {string} options.last the exercise before @param {number} options.seed
 * @param {string} options.today
 * @param {Record<string, number>} options.owed how often each mistake is still to be avoided
 */
export function draw(cards, boxes, { last, seed, today, owed }) {
  const random = uniforms(seed);
  const others = preferred(cards, ({ slug }) => slug !== last);
  const ready = preferred(others, ({ slug }) => isDue(placeOf(boxes, slug), today));
  const missed = ready.filter(({ slug }) => placeOf(boxes, slug).box === MISSED);
  const before = cards.find(({ slug }) => slug === last)?.topic;
  const from = preferred(
    random() < 0.5 && missed.length ? missed : ready,
    ({ topic }) => topic !== before,
  );
  const weak = Object.keys(owed).filter((name) => owed[name] > 0);
  const weights = from.map((card) => weight(card, placeOf(boxes, card.slug), weak));
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const at = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  const { slug } = from[Math.max(at, 0)];
  return { exercise: slug, seed: placeOf(boxes, slug).last + 1 };
}

/**
 * Those that pass; all where none does.
 * @param {Card[]} cards @param {(card: Card) => boolean} passes
 */
function preferred(cards, passes) {
  const found = cards.filter(passes);
  return found.length ? found : cards;
}

/** @param {Card} card @param {Place} place @param {string[]} weak mistakes that are owed */
function weight(card, { box, slips }, weak) {
  const tempts = weak.some((name) => slips.includes(name) || tempting(card).includes(name));
  return WEIGHTS[box - 1] * (tempts ? WEAK : 1);
}

/**
 * Whether a verdict decides where an exercise goes. Of several blanks, one that is filled in and
 * wrong decides; those that are still empty do not.
 * @param {Pick<import("../../judge/sentences.js").Verdict, "kind" | "fields">} verdict
 */
export function decides({ kind, fields = {} }) {
  if (kind !== "incomplete") return !OPEN.includes(kind);
  return Object.values(fields).some((one) => !OPEN.includes(one.kind) && !GOOD.includes(one.kind));
}

/**
 * Where an exercise lies after the first deciding verdict on a problem of it.
 * @param {Place} place
 * @param {{solved: boolean, seed: number, today: string, slips: string[]}} result
 * @returns {Place}
 */
export function settle(place, { solved, seed, today, slips }) {
  const { tries, right, due } = place,
    rests = solved && !isDue(place, today);
  const moved = solved ? Math.min(BOXES, place.box + 1) : MISSED;
  const box = rests ? place.box : moved;
  return {
    box,
    tries: tries + 1,
    right: right + Number(solved),
    due: rests ? due : daysLater(today, REST[box - 1]),
    last: seed,
    slips: [...new Set([...place.slips, ...slips])],
  };
}

/** The topics of these exercises, in the order of the book. @param {Card[]} cards */
export const topicsOf = (cards) => [...new Set(cards.map(({ topic }) => topic))];

/** How many of the cards lie in each box. @param {Card[]} cards @param {Boxes} boxes */
export function counts(cards, boxes) {
  const found = Array(BOXES).fill(0);
  for (const { slug } of cards) found[placeOf(boxes, slug).box - 1] += 1;
  return found;
}

/**
 * Problems, those right at the first try, and what comes back today.
 * @param {Card[]} cards @param {Boxes} boxes @param {string} today
 */
export function summed(cards, boxes, today) {
  const places = cards.map(({ slug }) => placeOf(boxes, slug)).filter(({ tries }) => tries > 0);
  return {
    tries: places.reduce((sum, { tries }) => sum + tries, 0),
    right: places.reduce((sum, { right }) => sum + right, 0),
    started: places.length,
    due: places.filter((place) => isDue(place, today)).length,
  };
}
