/** What every page has besides its figures: the meanings of words, and what the reader has done. */
import { openCards } from "./cards.js";
import { showNews } from "./news.js";
import { showProgress } from "./progress.js";

showProgress();
openCards();
showNews();
