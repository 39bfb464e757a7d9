import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";

// Plain JavaScript, because it runs in a thread of its own, past Next's compiler.

// A picture lies outside JavaScript's heap, where nothing else would ever hurry to collect it.
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const fonts = path.join(process.cwd(), "node_modules", "@expo-google-fonts");
const fontFiles = [
  "source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  "source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
  "source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
  "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
].map((file) => path.join(fonts, file));

/** Only the fonts that come with the program, so that a picture is the same on every machine. */
const font = {
  loadSystemFonts: false,
  fontFiles,
  defaultFontFamily: "Source Sans 3",
  sansSerifFamily: "Source Sans 3",
  serifFamily: "Source Serif 4",
};

parentPort.on("message", ({ svg, scale }) => {
  try {
    const png = rasterise(svg, scale);
    parentPort.postMessage({ png }, [png.buffer]);
  } catch (error) {
    parentPort.postMessage({ error: String(error) });
  }
  collect();
  // What was collected is freed in a later turn of the event loop, which messages that wait would put off:
  // the next picture is sent only once this one's memory is free.
  setImmediate(() => parentPort.postMessage({ freed: true }));
});

function rasterise(svg, scale) {
  const resvg = new Resvg(svg, { font, fitTo: { mode: "zoom", value: scale } });
  return new Uint8Array(resvg.render().asPng());
}
