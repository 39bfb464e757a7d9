import { expect, test } from "vitest";
import { readImageOptions } from "@/lib/site/exports/image";
import { pictureFile } from "@/lib/site/exports/poster-file";
import { isWellFormed } from "@/testing/xml-schema";

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><rect width="40" height="20" fill="#ffffff"/><g font-size="14"><text x="2" y="15">Ag</text></g></svg>`;
const LOG = { size: 812, root: "WFW/RL9D93O0NwjIAkvKEPHMIfSEwm+SqZ28Au+UtQo=" };
const DESCRIBED = {
  title: "Thefts & <frauds>",
  subtitle: "US$ million, gross",
  notes: [] as string[],
  alternative: "Columns, where March is largest.",
  source: "Lossline, version 4",
  address: "https://lossline.example/v/4/charts/monthly?year=2023&through=2023-12-31",
  shortId: "01Z8-5503",
  publishedOn: "2026-01-02" as const,
  log: LOG,
};

async function fileOf(format: "svg" | "pdf" | "png", isInAllFiles: boolean, query = "") {
  const read = readImageOptions(format, new URLSearchParams(query));
  if (!read.ok) throw new Error("no such picture");
  const made = await pictureFile(SVG, format, read.value, {
    ...DESCRIBED,
    logInAllFiles: isInAllFiles ? LOG : null,
  });
  return Buffer.from(made).toString("utf8");
}

test.each(["", "text=embedded"])("an SVG names the log and what it is (%s)", async (query) => {
  const svg = await fileOf("svg", true, query);
  expect(svg).toContain(`<rdf:li>Log of the record: ${LOG.size} leaves, root ${LOG.root}</rdf:li>`);
  expect(svg).toContain(`<dc:source>${DESCRIBED.address.replace("&", "&amp;")}</dc:source>`);
  expect(await isWellFormed(svg)).toBe(true);
  // What is drawn is what was drawn before.
  const bare = await fileOf("svg", false, query);
  expect(svg.replace(/<metadata>.*<\/metadata>/s, "")).toBe(bare);
  expect(bare).not.toContain(LOG.root);
});

test("files of versions that did not name it there stay as they were, and a PNG names it in either", async () => {
  expect(await fileOf("pdf", true)).toContain(`${LOG.size} leaves, root ${LOG.root}`);
  expect(await fileOf("pdf", false)).not.toContain(LOG.root);
  expect(await fileOf("png", true)).toBe(await fileOf("png", false));
  expect(await fileOf("png", false)).toContain(LOG.root);
});
