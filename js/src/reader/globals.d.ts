/** What other scripts of a page define: page.js, and on the page of the search Sphinx. */
declare var ptBook: { mount: (root?: ParentNode) => void; begin: () => void };
declare const Search: { query: (query: string) => void; _index: import("./search.js").Index };
declare const Stemmer: new () => { stemWord: (word: string) => string };
declare var ptReports: Record<string, unknown>;
/** The address of the script that writes reports, beside the page's; build.mjs fills it in. */
declare const REPORT: string;
