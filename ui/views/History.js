// The customer's other conversations, beside the open one.

import { h } from "preact";
import { say } from "../state/app.js";
import { history, moreHistory, readPast } from "../state/information.js";
import { PastList } from "./PastList.js";

export const History = () => h(PastList, { none: say.value("history-none"), known: history.value, more: moreHistory, read: readPast });
