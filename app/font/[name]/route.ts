import { readFile } from "node:fs/promises";
import path from "node:path";
import { IMMUTABLE } from "@/lib/site/caching/cache-control";

const FONTS = "node_modules @fontsource-variable".split(" ");

/** The site's own fonts at addresses that never change, for pages that Next does not render. */
export const dynamic = "force-static";
export const dynamicParams = false;
export function generateStaticParams() {
  return [{ name: "source-sans-3.woff2" }, { name: "source-serif-4.woff2" }];
}

export async function GET(_: Request, { params }: { params: Promise<{ name: string }> }) {
  const family = (await params).name.replace(".woff2", "");
  const file = path.join(
    /* turbopackIgnore: true */ process.cwd(),
    ...FONTS,
    family,
    "files",
    `${family}-latin-wght-normal.woff2`,
  );
  return new Response(new Uint8Array(await readFile(file)), {
    headers: {
      "Content-Type": "font/woff2",
      "Cache-Control": IMMUTABLE,
      "Access-Control-Allow-Origin": "*",
    },
  });
}
