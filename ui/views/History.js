// The customer's other conversations, beside the open one.

import { h } from "preact";
import { history, moreHistory, readPast } from "../state/information.js";
import { PastList } from "./PastList.js";

export const History = () => h(PastList, { known: history.value, more: moreHistory, read: readPast });
