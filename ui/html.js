// Templates: tags are real elements; components enter by `h(Component, props)`, so that `tsc` checks their props.

import { h } from "preact";
import htm from "htm";

export const html = htm.bind(h);
