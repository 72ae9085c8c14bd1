import { readFileSync } from "node:fs";

/**
 * Loaded before the service: tells its parent, when asked, for how long at most its event loop was held since the last
 * time. By the clock, which on a busy machine has the time of others in it; and by the time that its main thread was on
 * a core meanwhile (Linux).
 */
const EVERY_MS = 5;
let [clock, onCore] = [performance.now(), onCoreMs()];
let longest = { byClockMs: 0, onCoreMs: 0 };

setInterval(() => {
  const [now, used] = [performance.now(), onCoreMs()];
  longest = {
    byClockMs: Math.max(longest.byClockMs, now - clock - EVERY_MS),
    onCoreMs: Math.max(longest.onCoreMs, used - onCore),
  };
  [clock, onCore] = [now, used];
}, EVERY_MS).unref();

process.on("message", (question) => {
  if (question !== "probe") return;
  process.send?.({ longest, rssBytes: process.memoryUsage.rss() });
  longest = { byClockMs: 0, onCoreMs: 0 };
});
// The parent goes first: that is no reason to stay.
process.on("disconnect", () => process.exit());
process.channel?.unref();

function onCoreMs() {
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
}
