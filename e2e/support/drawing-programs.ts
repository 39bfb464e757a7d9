import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";

const run = promisify(execFile);

/** A program's file; null where it is not installed. */
export function findProgram(name: string): string | null {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? null;
}

/** How each program is told to make a PNG of an SVG. */
const ARGUMENTS = {
  "rsvg-convert": (svg: string, png: string) => [svg, "--output", png],
  inkscape: (svg: string, png: string) => [svg, `--export-filename=${png}`],
  pdftoppm: (pdf: string, png: string) => [
    ...["-r", "96", "-singlefile", "-png"],
    pdf,
    png.replace(/\.png$/, ""),
  ],
} as const;
export type DrawingProgram = keyof typeof ARGUMENTS;

/** An SVG or PDF as a program draws it, 96 pixels to the inch. */
export async function drawnBy(program: DrawingProgram, picture: string | Buffer): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), "lossline-drawn-"));
  try {
    const [input, output] = [
      path.join(folder, program === "pdftoppm" ? "in.pdf" : "in.svg"),
      path.join(folder, "out.png"),
    ];
    await writeFile(input, picture);
    await run(program, ARGUMENTS[program](input, output), { timeout: 120_000 });
    return await readFile(output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** An SVG as the browser draws it in an `<img>`, which loads nothing beside it. */
export async function drawnAsImage(
  page: Page,
  svg: string,
  size: { width: number; height: number },
): Promise<Buffer> {
  await page.setViewportSize(size);
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  await page.setContent(`<body style="margin:0"><img src="${source}" style="display:block">`);
  await page.locator("img").evaluate((image: HTMLImageElement) => image.decode());
  return page.screenshot();
}
