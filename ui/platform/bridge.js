// In a browser, over the bridge: the same commands by POST, the same events as a stream.

/** @type {import("./index.js").Platform} */
export const platform = {
  async call(name, args) {
    const response = await fetch(`/call/${name}`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(args),
    });
    const answer = await response.json();
    if (!response.ok) throw answer;
    return answer;
  },
  async listen(heard) {
    const events = new EventSource("/events");
    events.onmessage = (event) => heard(JSON.parse(event.data));
    await new Promise((opened) => { events.onopen = opened; });
  },
};
