// Asks the browser's judge: JSON lines in, JSON lines out, one for one, whatever the text.
//
//   {"function": "sin(x^2)", "answer": "cos(x^2)"}
//   {"kind": "mistake", "mistakes": ["stopped"], "lines": […]}
//
// An exercise of the bank is asked as {"exercise": data of ptcode.exercises.data, "answer": "…",
// "seed": 0}. "rules" may hold other templates and stories than the book's.
import { createInterface } from "node:readline";
import { judge, judgeDerivative } from "../js/src/judge/judge.js";
import { RULES } from "../js/src/judge/rules.js";
import { parse } from "../js/src/language/parse.js";

const unreadable = (...lines) => ({ kind: "unreadable", lines, mistakes: [] });

/** The verdict on one question. */
function answerTo(question) {
  if (question === null || typeof question !== "object") {
    return unreadable('Ask with an object: {"function": "sin(x^2)", "answer": "cos(x^2)"}.');
  }
  const { function: asked, exercise, answer, seed = 0, rules = {} } = question;
  if (typeof answer !== "string") return unreadable('"answer" must be a text.');
  const all = { ...RULES, ...rules };
  if (exercise !== undefined) return judge(exercise, answer, seed, all);
  if (typeof asked !== "string") return unreadable('"function" must be a text in x.');
  const { tree, error } = parse(asked, ["x"]);
  if (error) return unreadable("The function cannot be read.", error.message);
  const nowhere = unreadable("The function has hardly anywhere a value and a slope.");
  return judgeDerivative(tree, answer, all) ?? nowhere;
}

/** The same, where even the line may be anything. */
function reply(line) {
  try {
    const { kind, mistakes, lines, fields } = answerTo(JSON.parse(line));
    return { kind, mistakes, lines, fields };
  } catch (failure) {
    return unreadable("The question cannot be read.", String(failure?.message ?? failure));
  }
}

process.stdout.on("error", () => process.exit()); // whoever asked has gone
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  process.stdout.write(`${JSON.stringify(reply(line))}\n`);
}
