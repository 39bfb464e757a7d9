import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";
import { embeddedSvg } from "./outlines/embedded-svg.mjs";
import { OWN_FONT_FILES } from "./outlines/fonts.mjs";
import { outlinedSvg } from "./outlines/outlined-svg.mjs";
import { packPng } from "./pack-png.mjs";
import { pdfFile } from "./pdf-file.mjs";

// Plain JavaScript, because it runs in a thread of its own, past Next's compiler.

// A picture lies outside JavaScript's heap, where nothing else would ever hurry to collect it.
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const WHOLE_COLLECTION_EVERY = 16;
let made = 0;

/** Nothing that is installed, so that a picture is the same on every machine. */
const NO_FONTS = { loadSystemFonts: false };

/** For text that is not outlined first: what others have drawn. */
const OWN_FONTS = {
  ...NO_FONTS,
  fontFiles: OWN_FONT_FILES,
  defaultFontFamily: "Source Sans 3",
  sansSerifFamily: "Source Sans 3",
  serifFamily: "Source Serif 4",
};

parentPort.on("message", async ({ work, svg, scale, facts }) => {
  try {
    const { bytes, missing } =
      work === "png" ? await rasterise(svg, scale) : await lettered(svg, work, facts);
    parentPort.postMessage({ made: bytes, missing }, [bytes.buffer]);
  } catch (error) {
    parentPort.postMessage({ error: String(error) });
  }
  // What was just made is young, and a collection of the young takes less than a millisecond where a whole one takes
  // twenty; now and then one is due all the same, for what has grown old meanwhile.
  collect({ type: ++made % WHOLE_COLLECTION_EVERY === 0 ? "major" : "minor" });
  // What was collected is freed in a later turn of the event loop, which messages that wait would put off:
  // the next picture is sent only once this one's memory is free.
  setImmediate(() => parentPort.postMessage({ freed: true }));
});

/** The pixels of an SVG. resvg sets text in one font and knows no other scripts: its letters are outlined before. */
async function rasterise(svg, scale) {
  const outlined = await outlinedSvg(svg);
  const resvg = new Resvg(outlined?.svg ?? svg, {
    font: outlined === null ? OWN_FONTS : NO_FONTS,
    fitTo: { mode: "zoom", value: scale },
  });
  const { pixels, width, height } = resvg.render();
  return { bytes: packPng({ pixels, width, height }), missing: outlined?.missing ?? [] };
}

async function lettered(svg, work, facts) {
  const made = await (work === "embedded" ? embeddedSvg(svg) : outlinedSvg(svg));
  if (made === null) throw new Error("its text is not set as in pictures of ours");
  const bytes =
    work === "pdf" ? await pdfFile(made.svg, facts) : new TextEncoder().encode(made.svg);
  return { bytes, missing: made.missing };
}
