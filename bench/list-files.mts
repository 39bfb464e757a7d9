import { openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { incidentCsv } from "@/lib/site/exports/incident-list/incident-csv";
import type { IncidentDocument } from "@/lib/site/exports/incident-list/incident-document";
import { incidentJson } from "@/lib/site/exports/incident-list/incident-json";
import { incidentXlsx } from "@/lib/site/exports/incident-list/incident-xlsx";
import { wholeIncidents } from "@/lib/statistics/incident-list/whole-incident-queries";
import { totalUnder } from "@/lib/statistics/totals/total-queries";
import { loadBase } from "./record/base.mjs";
import { loadRecord } from "./record/load-record.mjs";
import { startServer } from "./server.mjs";

// A list of incidents as a file: how long all of it takes, and how much memory beside what was taken before. By itself:
// node --expose-gc --import tsx bench/list-files.mts [incidents] [embedded]

const [size = "100000", embedded] = process.argv.slice(2);
const MEGABYTE = 1024 * 1024;

/** Reads a file to its end as a reader would, and keeps nothing of it. */
async function measure(name: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let [peak, bytes] = [before, 0];
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const start = performance.now();
  const cpuBefore = process.cpuUsage();
  let first = 0;
  for await (const piece of pieces) {
    if (bytes === 0) first = performance.now() - start;
    bytes += Buffer.byteLength(piece);
  }
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  const cpu = process.cpuUsage(cpuBefore);
  const own = ((cpu.user + cpu.system) / 1e6).toFixed(1);
  const more = (peak - before) / MEGABYTE;
  console.log(
    `${name}: ${seconds.toFixed(1)} s (${own} s of it computing here), first bytes after ${Math.round(first)} ms, ${(bytes / MEGABYTE).toFixed(1)} MB, peak memory ${Math.round(peak / MEGABYTE)} MB (${Math.round(more)} MB more than before)`,
  );
}

const server = await startServer(embedded === "embedded");
const { url, drop } = await server.create("list_files");
try {
  await applyMigrations(url);
  const db = openDatabase(url, 2);
  await loadBase(db);
  await loadRecord(url, Number(size));
  console.log(`${size} incidents on ${server.name}`);
  const document: IncidentDocument = {
    title: "Incidents",
    rule: "Incidents",
    filters: {},
    sort: "newest",
    version: { number: 2, publishedOn: "2026-11-28" },
    coverage: null,
    lag: null,
    total: await totalUnder(db, 2, {}),
    address: "lossline/v/2/incidents",
    shortId: null,
    citation: "Lossline",
    urlOf: (slug) => `lossline/v/2/incidents/${slug}`,
    incidents: () => wholeIncidents(db, 2, { filters: {}, sort: "newest" }),
  };
  await measure("CSV", incidentCsv(document, true));
  await measure("XLSX", incidentXlsx(document));
  await measure("JSON", incidentJson(document));
  await db.$disconnect();
} finally {
  await drop();
  await server.stop();
}
