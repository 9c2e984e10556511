// Reading again, however often it is asked for: one at a time, and once more when it was asked for meanwhile.

/** @param {() => Promise<void>} work @returns {() => Promise<void>} */
export function serial(work) {
  /** @type {Promise<void> | null} */
  let running = null;
  let again = false;
  async function run() {
    while (again) {
      again = false;
      await work();
    }
  }
  return () => {
    again = true;
    running ??= run().finally(() => { running = null; });
    return running;
  };
}
