/** A question of somebody's own, under whose name its answer is kept. */
import SAMPLE from "../../../generated/defaults/question.json" with { type: "json" };

export const allowed = {};

/** @param {typeof SAMPLE.data} data */
export const finish = (data) => ({
  ...data,
  slug: data.slug === SAMPLE.data.slug ? data.prompt : data.slug,
});
