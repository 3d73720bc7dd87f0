/** The script that writes reports, fetched when one is asked for: it hands itself to the page. */
import * as report from "./report/index.js";

Object.assign(globalThis.ptReports, { report });
