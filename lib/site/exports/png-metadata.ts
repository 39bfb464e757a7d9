import { crc32 } from "node:zlib";
import { logText, type VersionLog } from "@/lib/record/versions/version";
import { LICENCE_NAME, LICENCE_URL } from "@/lib/site/citations/licence";
import { type ImageFacts, xmpPacket } from "@/lib/site/exports/xmp";
import { sentences } from "@/lib/values/text/sentences";

interface PngFacts extends ImageFacts {
  /** What the log of the record was at the version; null where there was none. */
  log: VersionLog | null;
  /** So many of its pixels are to be shown or printed in an inch. */
  pixelsAnInch: number;
}

const SIGNATURE_LENGTH = 8;
/** Length, type and check of a chunk, and what the first one of every PNG holds. */
const HEADER_END = SIGNATURE_LENGTH + 12 + 13;
const INCHES_IN_A_METRE = 39.3701;

/** The picture with what it is, its alternative text, source, licence and rule: as XMP and as plain texts. */
export function withMetadata(png: Uint8Array, facts: PngFacts): Uint8Array<ArrayBuffer> {
  const id = facts.shortId === null ? "" : ` (${facts.shortId})`;
  const chunks = [
    resolution(facts.pixelsAnInch),
    text("XML:com.adobe.xmp", xmpPacket(facts)),
    text("Title", facts.title),
    text("Description", facts.alternative),
    text("Source", `${facts.source}, ${facts.address}${id}`),
    text("Copyright", `${facts.source}, ${LICENCE_NAME}, ${LICENCE_URL}`),
    ...(facts.log === null ? [] : [text("Log", logText(facts.log))]),
    text("Comment", sentences([facts.rule, facts.publisher?.whoseInFull ?? ""])),
  ];
  return new Uint8Array(
    Buffer.concat([png.subarray(0, HEADER_END), ...chunks, png.subarray(HEADER_END)]),
  );
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** An international text, not compressed, so that any program can find it. */
function text(keyword: string, value: string): Buffer {
  return chunk("iTXt", Buffer.from(`${keyword}\0\0\0\0\0${value}`, "utf8"));
}

/** So many pixels an inch that the picture is placed at its nominal size. */
function resolution(pixelsAnInch: number): Buffer {
  const data = Buffer.alloc(9);
  const pixelsAMetre = Math.round(pixelsAnInch * INCHES_IN_A_METRE);
  data.writeUInt32BE(pixelsAMetre, 0);
  data.writeUInt32BE(pixelsAMetre, 4);
  data.writeUInt8(1, 8);
  return chunk("pHYs", data);
}
