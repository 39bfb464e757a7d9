import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { type APIRequestContext, expect, test } from "@playwright/test";
import {
  type DrawingProgram,
  drawnAsImage,
  drawnBy,
  findProgram,
} from "./support/drawing-programs";
import { pictureDifference } from "./support/picture-difference";

// SVG files look the same in the programs of newsrooms, which have none of our fonts: as the PNG does.

const SIZE = { width: 1200, height: 675 };
const CHARTS = ["largest?year=2022", "monthly?year=2023", "actors?year=2025"];
/** Edges are smoothed in other ways; a word in another font, or elsewhere, is far above. */
const ALIKE = { mean: 2, worst: 32 };

interface Files {
  png: Buffer;
  outlined: string;
  embedded: string;
}

async function filesOf(request: APIRequestContext, address: string): Promise<Files> {
  const [chart = "", query = ""] = address.split("?");
  const get = async (ending: string, more: string) => {
    const answer = await request.get(`/v/1/charts/${chart}.${ending}?${query}${more}`);
    expect(answer.status()).toBe(200);
    return answer.body();
  };
  return {
    png: await get("png", "&scale=1"),
    outlined: (await get("svg", "")).toString("utf8"),
    embedded: (await get("svg", "&text=embedded")).toString("utf8"),
  };
}

/** The text of an SVG without its outlines and without its fonts: what files held before, and what must not look alike. */
const withoutFonts = (svg: string) =>
  svg
    .replace(/<path class="outlines"[^>]*>/g, "")
    .replaceAll(' display="none"', "")
    .replace(/<style>.*?<\/style>/s, "");

for (const address of CHARTS) {
  for (const program of ["rsvg-convert", "inkscape"] as const satisfies readonly DrawingProgram[])
    test(`${program} draws ${address} as the PNG shows it`, async ({ page, request }) => {
      test.skip(
        findProgram(program) === null && !process.env.CI,
        `${program} is not installed here: apt-get install ${program === "inkscape" ? "inkscape" : "librsvg2-bin"}`,
      );
      const { png, outlined, embedded } = await filesOf(request, address);
      for (const svg of [outlined, embedded]) {
        const { mean, worst } = await pictureDifference(page, png, await drawnBy(program, svg));
        expect(mean).toBeLessThan(ALIKE.mean);
        expect(worst).toBeLessThan(ALIKE.worst);
      }
      const bare = await drawnBy(program, withoutFonts(embedded));
      expect((await pictureDifference(page, png, bare)).worst).toBeGreaterThan(ALIKE.worst);
    });

  test(`pdftoppm draws the PDF of ${address} as the PNG shows it`, async ({ page, request }) => {
    test.skip(
      findProgram("pdftoppm") === null && !process.env.CI,
      "pdftoppm is not installed here: apt-get install poppler-utils",
    );
    const [chart = "", query = ""] = address.split("?");
    const get = async (file: string) =>
      (await request.get(`/v/1/charts/${chart}.${file}&${query}`)).body();
    for (const palette of ["colour", "grey"]) {
      const png = await get(`png?scale=1&palette=${palette}`);
      const drawn = await drawnBy("pdftoppm", await get(`pdf?palette=${palette}`));
      const { mean, worst } = await pictureDifference(page, png, drawn);
      expect(mean).toBeLessThan(ALIKE.mean);
      expect(worst).toBeLessThan(ALIKE.worst);
    }
    const other = await drawnBy("pdftoppm", await get("pdf?theme=light"));
    const dark = await get("png?scale=1&theme=dark");
    expect((await pictureDifference(page, dark, other)).worst).toBeGreaterThan(ALIKE.worst);
  });

  test(`an <img> of Chromium shows ${address} as the PNG does`, async ({ page, request }) => {
    const { png, outlined, embedded } = await filesOf(request, address);
    for (const svg of [outlined, embedded]) {
      const drawn = await drawnAsImage(page, svg, SIZE);
      const { mean, worst } = await pictureDifference(page, png, drawn);
      expect(mean).toBeLessThan(ALIKE.mean);
      expect(worst).toBeLessThan(ALIKE.worst);
    }
    const bare = await drawnAsImage(page, withoutFonts(embedded), SIZE);
    expect((await pictureDifference(page, png, bare)).worst).toBeGreaterThan(ALIKE.worst);
  });

  test(`opened by itself, the SVG of ${address} shows text in the fonts that it holds`, async ({
    page,
    request,
  }) => {
    const { png } = await filesOf(request, address);
    await page.setViewportSize(SIZE);
    await page.goto(`/v/1/charts/${address.replace("?", ".svg?")}&text=embedded`);
    expect(await page.locator("text").first().isVisible()).toBe(true);
    const compared = await page.context().newPage();
    const opened = await pictureDifference(compared, png, await page.screenshot());
    expect(opened.worst).toBeLessThan(ALIKE.worst);
  });
}

test("pdfinfo reads in a PDF what the log of its version was, and the SVG says the same", async ({
  request,
}) => {
  const program = findProgram("pdfinfo");
  test.skip(
    program === null && !process.env.CI,
    "pdfinfo is not installed here: apt-get install poppler-utils",
  );
  const [, size, root] = (await (await request.get("/log/checkpoint")).text()).split("\n");
  const says = `${size} leaves, root ${root}`;
  const svg = await (await request.get("/v/1/charts/monthly.svg?year=2023")).text();
  expect(svg).toContain(`Log of the record: ${says}`);
  const folder = await mkdtemp(path.join(tmpdir(), "lossline-pdfinfo-"));
  try {
    const file = path.join(folder, "chart.pdf");
    await writeFile(file, await (await request.get("/v/1/charts/monthly.pdf?year=2023")).body());
    const infoOf = async (...options: string[]) =>
      (await promisify(execFile)(program ?? "pdfinfo", [...options, file])).stdout;
    expect((await infoOf("-custom")).replace(/ +/g, " ")).toContain(`Log: ${says}\n`);
    expect(await infoOf("-meta")).toContain(`Log of the record: ${says}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
