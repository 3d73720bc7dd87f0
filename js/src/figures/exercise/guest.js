/** The exercises that a page of its own may choose from: those of Practice. */
import PRACTICE from "../../../generated/defaults/practice.json" with { type: "json" };

const { exercises } = PRACTICE.data;

/** What `exercise` may be. */
export const allowed = { exercise: { of: exercises.map(({ slug }) => slug) } };

/** @param {unknown} _ @param {(name: string) => string} key */
export const finish = (_, key) => exercises.find(({ slug }) => slug === key("exercise"));
