// Starts the screen.

import { h, render } from "preact";
import { start } from "./state/start.js";
import { App } from "./views/App.js";

await start();
render(h(App, {}), document.body);
