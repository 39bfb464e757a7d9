import type { OnProgress } from "@/lib/db/backup/read-database";

/** How many milliseconds pass between two words about it: in place at a terminal, a line each elsewhere. */
const BETWEEN = { terminal: 500, log: 10_000 };

/** Says how far long work on rows has come. @param doing such as “written” */
export function rowProgress(doing: string): OnProgress {
  const { isTTY = false } = process.stdout;
  const between = isTTY ? BETWEEN.terminal : BETWEEN.log;
  let next = performance.now() + between;
  return (_table, done, all) => {
    if (performance.now() < next) return;
    next = performance.now() + between;
    const share = all === 0 ? 100 : Math.floor((100 * done) / all);
    const text = `  ${done.toLocaleString("en")} of ${all.toLocaleString("en")} rows ${doing} (${share} %)`;
    if (isTTY) process.stdout.write(`\r\x1b[2K${text}`);
    else console.log(text);
  };
}
