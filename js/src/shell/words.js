/** Words that several figures have in common. */
export { default as COMMON } from "./words.json";
