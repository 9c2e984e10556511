// What a hand does on the screen, and how long it waits. It runs in the page; times are in ms.

export const felt = (() => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => done(performance.now())));
  const all = (css) => [...document.querySelectorAll(css)];
  // A fast wheel: two rows a frame; each second the bar is pulled somewhere else.
  const STEP = 120;
  const SECOND = 60;

  /** Times between frames while a box is scrolled; and the longest that its middle was blank. */
  async function scrolled(box, frames) {
    const { left, top, width, height } = box.getBoundingClientRect();
    const pulls = frames / SECOND;
    const took = [];
    let last = await frame();
    let full = last;
    let blank = 0;
    for (let at = 1; at <= frames; at += 1) {
      if (at % SECOND === 0) box.scrollTop = (box.scrollHeight - height) * ((at / SECOND * 3) % pulls) / pulls;
      else box.scrollTop += STEP;
      const now = await frame();
      took.push(now - last);
      last = now;
      if (document.elementFromPoint(left + width / 2, top + height / 2)?.closest(".row, .plain-row")) full = now;
      blank = Math.max(blank, now - full);
    }
    return { took, blank };
  }

  const inbox = (frames) => scrolled(document.querySelector(".list .rows"), frames);

  /** The same over rows of bare text that are all there already. */
  async function plain(frames) {
    const { left, top, width, height } = document.querySelector(".list .rows").getBoundingClientRect();
    const box = document.createElement("div");
    Object.assign(box.style, { position: "fixed", zIndex: 9, background: "Canvas", overflow: "auto", left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    for (let row = 0; row < 1000; row += 1) {
      const line = document.createElement("div");
      line.className = "plain-row";
      line.style.height = "68px";
      line.textContent = `Camille Martin ${row}`;
      box.append(line);
    }
    document.body.append(box);
    const { took } = await scrolled(box, frames);
    box.remove();
    return { took };
  }

  /** Until a frame in which it holds. */
  async function until(holds, what) {
    const begun = performance.now();
    for (;;) {
      const now = await frame();
      if (holds()) return now - begun;
      if (now - begun > 10_000) throw new Error(`in vain: ${what}`);
    }
  }

  /** From the click on a row until its name and its last line stand there. */
  async function opened(times) {
    const box = document.querySelector(".list .rows");
    const took = [];
    box.scrollTop = 0;
    for (let time = 0; time < times; time += 1) {
      box.scrollTop += 68;
      await until(() => all(".list .row").length > 5, "rows");
      await frame();
      const { left, top, width } = box.getBoundingClientRect();
      const row = document.elementFromPoint(left + width / 2, top + 200)?.closest(".row");
      if (!row || row.querySelector("[aria-current]")) continue;
      const name = row.querySelector("b").textContent;
      const last = row.querySelector(".preview").textContent;
      row.querySelector("button").click();
      const there = () => document.querySelector("#thread-title")?.textContent === name && all(".log .msg").at(-1)?.textContent.includes(last);
      took.push(await until(there, name));
    }
    return { took };
  }

  /** From the chord until the panel lists templates, and from each key until the list is another. */
  async function templates(searches) {
    const list = () => all(".template-panel [role=option]").map((one) => one.textContent).join("\n");
    const chord = () => document.dispatchEvent(new KeyboardEvent("keydown", { key: "j", code: "KeyJ", ctrlKey: true, bubbles: true }));
    await until(() => document.querySelector(".composer textarea:not(:disabled)"), "the composer");
    chord();
    const first = await until(() => list(), "the panel");
    const took = [];
    for (const search of searches) {
      const field = document.querySelector(".template-panel input");
      const before = list();
      field.value = search;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      took.push(await until(() => list() && list() !== before, search));
    }
    document.querySelector(".template-panel").hidePopover();
    await frame();
    chord();
    took.push(await until(() => list(), "the panel"));
    return { took, first };
  }

  return { inbox, plain, opened, templates };
})();
