// In the desktop window.

import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";

/** @type {import("./index.js").Platform} */
export const platform = {
  call: (name, args) => invoke("call", { name, args }),
  async listen(heard) {
    await listen("guichet", (event) => heard(event.payload));
  },
};
