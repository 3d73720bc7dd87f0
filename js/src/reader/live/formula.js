/** What typesets a formula that a cell shows. */
export { renderToString } from "katex";
