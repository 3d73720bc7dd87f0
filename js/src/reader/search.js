/**
 * The page of the search: Sphinx's own, with its settings and its weights, and with a word that the
 * book does not have taken for the nearest that it has. It is loaded before Sphinx's scripts.
 */
import { phrase } from "../core/phrase.js";
import { html } from "../shell/dom.js";
import { nearest } from "./nearest.js";
import WORDS from "./words.json";

/**
 * @typedef {{terms: Record<string, unknown>, titleterms: Record<string, unknown>,
 *   alltitles: Record<string, unknown>, objects: Record<string, unknown[][]>}} Index
 */

// Chapters come first: one called after what is asked, one with a section called so, one that
// speaks of it, the earliest first; then the glossary's word on it; then other pages.
const WEIGHTS = { title: 30, partialTitle: 14, term: 5, partialTerm: 2 };
const TERM = 6;
const OBJECTS = { objNameMatch: TERM, objPartialMatch: 3, objPrio: {}, objPrioDefault: 0 };
const CHAPTER = /^chapters\/(\d+)/;
let asked = "";

/** @param {[string, string, string, string | null, number, string]} result of Sphinx's search */
function score([page, title, anchor, , points]) {
  if (/^#(term-|ptcode\.)/.test(anchor)) return Math.min(points, TERM);
  const named = title.toLowerCase().includes(asked) ? WEIGHTS.title : 0;
  const chapter = CHAPTER.exec(page);
  if (!chapter) return named + Math.min(points, TERM - 1);
  return named + points + 2 - Number(chapter[1]) / 100;
}

Object.assign(globalThis, {
  Scorer: { ...WEIGHTS, ...OBJECTS, score },
  DOCUMENTATION_OPTIONS: {
    BUILDER: "html",
    FILE_SUFFIX: ".html",
    LINK_SUFFIX: ".html",
    // A page opened from disk may not read its neighbours: results are then without an excerpt.
    SHOW_SEARCH_SUMMARY: location.protocol !== "file:",
  },
  SPHINX_HIGHLIGHT_ENABLED: false, // it would keep what was searched for
});

/** @param {string} text */
const wordsOf = (text) => text.toLowerCase().match(/\p{Letter}+/gu) ?? [];

/** Whole words, of titles and of the glossary, then stems of the others. @param {Index} index */
function vocabulary({ terms, titleterms, alltitles, objects }) {
  const names = Object.values(objects).flatMap((found) => found.map((one) => String(one[4])));
  const whole = [...Object.keys(alltitles), ...names].flatMap(wordsOf);
  return new Set([...whole, ...Object.keys(titleterms), ...Object.keys(terms)]);
}

/**
 * The query with each word that the book has not in the place of the nearest, and without what
 * Sphinx would find in every object.
 * @param {string} query @param {Index} index @param {(word: string) => string} stem
 */
export function corrected(query, index, stem) {
  const known = vocabulary(index);
  const stems = [...Object.keys(index.terms), ...Object.keys(index.titleterms)];
  return query.replace(/[\p{Letter}_]+/gu, (word) => {
    const lower = word.toLowerCase();
    if (lower in Object.prototype) return "";
    const root = stem(lower);
    if (known.has(lower) || stems.some((one) => one.includes(root))) return word;
    return nearest(lower, known) ?? word;
  });
}

document.addEventListener("DOMContentLoaded", () => {
  const find = Search.query;
  const stemmer = new Stemmer();
  Search.query = (query) => {
    const taken = corrected(query, Search._index, (word) => stemmer.stemWord(word));
    if (taken !== query && taken) {
      const text = phrase(WORDS.nearest, { asked: query, taken });
      document.querySelector("#search-results h2")?.after(html("p", {}, text));
    }
    asked = taken.trim().toLowerCase();
    find(taken);
  };
});
