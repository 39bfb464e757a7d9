import { z } from "zod";
import type { Server } from "@/command-line/server";
import { bytesAt, jsonIn, permanentPathIn, withEnding } from "@/command-line/verify/served-file";
import { asServerFailure } from "@/command-line/verify/server-failure";
import { failed, proved, unknown, type Verdict } from "@/command-line/verify/verdict";
import type { Finding } from "@/lib/site/proof/check-given";
import { fetchLogOf, LogReader } from "@/lib/site/proof/log-reader";
import { toBase64 } from "@/lib/values/proof/base64";

/** What a picture says of itself. */
interface PictureFacts {
  ending: "png" | "svg";
  /** The path of what it shows; null where it says none. */
  path: string | null;
  /** How it may have been asked for, as queries of the file's own parameters; the likeliest first. */
  ways: string[];
  /** The beginning of the SHA-256 of the numbers that it was drawn of; null where it does not print it. */
  printed: string | null;
  /** What it says of the log: leaves and root. */
  log: { size: number; root: string } | null;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What a picture says of itself; null where the bytes are no picture that is known. */
export function readPicture(bytes: Buffer): PictureFacts | null {
  if (bytes.subarray(0, PNG.length).equals(PNG)) return ofPng(bytes);
  const text = bytes.subarray(0, 4_096).toString();
  return /^\s*(?:<\?xml[^>]*>\s*)?<svg[\s>]/.test(text) ? ofSvg(bytes.toString()) : null;
}

function ofPng(bytes: Buffer): PictureFacts {
  const texts = new Map<string, string>();
  let [width, height, perMetre] = [0, 0, 0];
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) break;
    const type = bytes.toString("latin1", at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === "IHDR" && length === 13)
      [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
    if (type === "pHYs" && length === 9) perMetre = data.readUInt32BE(0);
    if (type === "iTXt") {
      const end = data.indexOf(0);
      texts.set(data.toString("latin1", 0, end), data.toString("utf8", end + 5));
    }
    at += length + 12;
  }
  // Pixels are to be shown at 72 to the inch for each of the drawing.
  const scale = Math.round((perMetre * 0.0254) / 72);
  const source = /<dc:source>([^<]*)<\/dc:source>/.exec(texts.get("XML:com.adobe.xmp") ?? "")?.[1];
  return {
    ending: "png",
    path: permanentPathIn(source ?? texts.get("Source") ?? ""),
    ways: waysOf(width / scale, height / scale, scale === 2 ? "" : `scale=${scale}`),
    printed: null,
    log: logIn(texts.get("Log")),
  };
}

function logIn(text = ""): PictureFacts["log"] {
  const [, size, root] = /^(\d+) leaves, root (\S+)$/.exec(text) ?? [];
  return size === undefined || root === undefined ? null : { size: Number(size), root };
}

function ofSvg(text: string): PictureFacts {
  const [, width, height] = /^[^>]*\swidth="(\d+)"\sheight="(\d+)"/.exec(text) ?? [];
  // Letters are outlines; what they say stands beside them.
  const labels = [...text.matchAll(/aria-label="([^"]*)"|<text[^>]*>([^<]*)</g)].map(
    ([, label, plain]) => label ?? plain ?? "",
  );
  return {
    ending: "svg",
    path: labels.map(permanentPathIn).find((path) => path !== null) ?? null,
    ways: waysOf(Number(width), Number(height), ""),
    printed: /SHA.256\s([0-9a-f]{16})/.exec(labels.join("\n"))?.[1] ?? null,
    log: logIn(/<dc:relation>.*?<rdf:li>Log of the record: ([^<]*)<\/rdf:li>/s.exec(text)?.[1]),
  };
}

const SHAPES: Readonly<Record<string, string>> = {
  "1200x675": "",
  "1080x1080": "shape=square",
  "1080x1920": "shape=story",
  "1200x630": "shape=preview",
};

function waysOf(width: number, height: number, scale: string): string[] {
  if (!Number.isInteger(width) || !Number.isInteger(height)) return [""];
  const size = SHAPES[`${width}x${height}`] ?? `width=${width}&height=${height}`;
  return ["", "theme=dark", "background=transparent", "palette=grey"].map((look) =>
    [size, scale, look].filter((part) => part !== "").join("&"),
  );
}

const chartShape = z.looseObject({ numbersDigest: z.string() });

/** Holds a picture against the one that the server draws of the same. */
export async function verifyPicture(
  picture: PictureFacts,
  bytes: Buffer,
  server: Server,
): Promise<Verdict> {
  const { ending, path, ways } = picture;
  if (path === null)
    return {
      findings: [unknown("The picture names no permanent address; it may have been taken out.")],
      holds: false,
    };
  const beside = [
    ...(await digestFinding(picture, path, server)),
    ...(await logFinding(picture, path, server)),
  ];
  const isOff = beside.some(({ outcome }) => outcome === "failed");
  let isThere = false;
  for (const way of ways) {
    const file = withEnding(path, ending);
    const asked = way === "" ? file : `${file}${file.includes("?") ? "&" : "?"}${way}`;
    const own = await bytesAt(server, asked);
    if (own === null) continue;
    isThere = true;
    if (own.equals(bytes))
      return {
        findings: [
          proved(`The server draws the same picture at ${asked}, byte for byte.`),
          ...beside,
        ],
        holds: !isOff,
      };
  }
  return {
    findings: [
      isThere
        ? unknown(
            `The server draws no such picture of ${path} in the ways that are usual. It was altered, or drawn otherwise: in another look, or with a publisher's text. What it shows has to be compared by eye.`,
          )
        : failed(`The server draws no picture at ${path}.`),
      ...beside,
    ],
    holds: false,
  };
}

async function digestFinding(
  { printed }: PictureFacts,
  path: string,
  server: Server,
): Promise<Finding[]> {
  if (printed === null) return [];
  const bytes = await bytesAt(server, withEnding(path, "json"));
  if (bytes === null) return [];
  const own = chartShape.safeParse(jsonIn(bytes.toString()));
  if (!own.success) return [];
  const { numbersDigest } = own.data;
  return [
    numbersDigest.startsWith(printed)
      ? proved(`The digest that it prints is that of the numbers at ${path}: ${numbersDigest}.`)
      : failed(`The numbers at ${path} have another digest than it prints: ${numbersDigest}.`),
  ];
}

async function logFinding(
  { log: kept }: PictureFacts,
  path: string,
  server: Server,
): Promise<Finding[]> {
  const version = /^\/v\/(\d+)/.exec(path)?.[1];
  if (kept === null || version === undefined) return [];
  const log = new LogReader(fetchLogOf(server.base, server.fetch));
  const { size, root } = await asServerFailure(log.checkpoint(Number(version)));
  return [
    size === kept.size && toBase64(root) === kept.root
      ? proved(`The log at version ${version} was what the picture says: ${kept.size} leaves.`)
      : failed(`The log at version ${version} was another than the picture says.`),
  ];
}
