/** What every page has besides its figures: the meanings of words, and what the reader has done. */
import { openCards } from "./cards.js";
import { copyCode } from "./code.js";
import { copyFormulas } from "./copying.js";
import { closeWhenChosen } from "./dialogs.js";
import { showNews } from "./news.js";
import { offerPaper } from "./print.js";
import { showProgress } from "./progress.js";
import { nameScrollers } from "./scrollers.js";
import { openWays } from "./ways.js";
import { openReports } from "./wrong.js";

showProgress();
openCards();
copyFormulas();
copyCode();
closeWhenChosen();
showNews();
offerPaper();
nameScrollers();
openWays();
openReports();
