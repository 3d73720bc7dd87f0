// Asks the browser's judge: JSON lines in, JSON lines out, one for one, whatever the text.
//
//   {"function": "sin(x^2)", "answer": "cos(x^2)"}
//   {"kind": "mistake", "mistakes": ["stopped"], "lines": […]}
//
// An exercise of the bank is asked as {"exercise": data of ptcode.exercises.data, "answer": "…",
// "seed": 0}. "rules" may hold other templates and stories than the book's, and "stage" names the
// topic of the book in whose words a mistake is told, "derivatives" for instance; by default that
// of the exercise, and for a function the last one, where all words are known.
import { createInterface } from "node:readline";
import STAGES from "../js/generated/stages.json" with { type: "json" };
import { judge, judgeDerivative } from "../js/src/judge/judge.js";
import { inWords, RULES } from "../js/src/judge/rules.js";
import { parse } from "../js/src/language/parse.js";

const unreadable = (...lines) => ({ kind: "unreadable", lines, mistakes: [] });

/** The verdict on one question. */
function answerTo(question) {
  if (question === null || typeof question !== "object") {
    return unreadable('Ask with an object: {"function": "sin(x^2)", "answer": "cos(x^2)"}.');
  }
  const { function: asked, exercise, answer, seed = 0, rules = {}, stage } = question;
  if (typeof answer !== "string") return unreadable('"answer" must be a text.');
  if (stage !== undefined && !Object.hasOwn(STAGES, stage))
    return unreadable(`"stage" must be one of ${Object.keys(STAGES).join(", ")}.`);
  const all = { ...RULES, ...rules };
  if (exercise !== undefined) return judge(atStage(exercise, stage), answer, seed, all);
  if (typeof asked !== "string") return unreadable('"function" must be a text in x.');
  const { tree, error } = parse(asked, ["x"]);
  if (error) return unreadable("The function cannot be read.", error.message);
  const nowhere = unreadable("The function has hardly anywhere a value and a slope.");
  return judgeDerivative(tree, answer, inWords(all, STAGES[stage])) ?? nowhere;
}

/** An exercise that speaks as at another stage, but for what it says itself. */
function atStage(exercise, stage) {
  if (stage === undefined) return exercise;
  const own = Object.entries(exercise.spoken ?? {}).filter(([, words]) => words[0].said);
  return { ...exercise, spoken: { ...STAGES[stage], ...Object.fromEntries(own) } };
}

/** The same, where even the line may be anything. */
function reply(line) {
  try {
    const { kind, mistakes, lines, fields, check } = answerTo(JSON.parse(line));
    return { kind, mistakes, lines, fields, check };
  } catch (failure) {
    return unreadable("The question cannot be read.", String(failure?.message ?? failure));
  }
}

process.stdout.on("error", () => process.exit()); // whoever asked has gone
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  process.stdout.write(`${JSON.stringify(reply(line))}\n`);
}
