// Server-sent events out of a stream of text. Pure: what is read is given, what is complete is answered.

/** @typedef {{ event: string, data: string }} Frame */

/** A parser that keeps what is not complete yet. @returns {(text: string) => Frame[]} */
export function parser() {
  let rest = "";
  return (text) => {
    rest += text;
    const blocks = rest.split("\n\n");
    rest = blocks.pop() ?? "";
    return blocks.map(frame).filter((found) => found.data !== "");
  };
}

/** @param {string} block @returns {Frame} */
function frame(block) {
  let event = "message";
  const data = [];
  for (const line of block.split("\n")) {
    if (line.startsWith("event: ")) event = line.slice(7);
    else if (line.startsWith("data: ")) data.push(line.slice(6));
  }
  return { event, data: data.join("\n") };
}
