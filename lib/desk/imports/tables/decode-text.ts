import { analyse } from "chardet";
import { ENCODINGS } from "@/lib/desk/imports/tables/encodings";
import { TableError } from "@/lib/desk/imports/tables/table";

/** Bytes as text, and how they were read. */
export interface DecodedText {
  text: string;
  /** What it was read as, for people; empty where it is UTF-8, as everybody expects. */
  readAs: string;
}

/** Encodings that are told by their letters with some certainty; of Western ones only Windows' is meant in practice. */
const TOLD = new Map([
  ["Shift_JIS", "shift_jis"],
  ["EUC-JP", "euc-jp"],
  ["EUC-KR", "euc-kr"],
  ["Big5", "big5"],
  ["GB18030", "gb18030"],
  ["ISO-2022-JP", "iso-2022-jp"],
  ["KOI8-R", "koi8-r"],
  ["windows-1251", "windows-1251"],
  ["windows-1253", "windows-1253"],
  ["windows-1255", "windows-1255"],
  ["windows-1256", "windows-1256"],
]);
/** So many times likelier than a Western encoding a guess has to be to be followed. */
const LIKELIER = 2;
/** Bytes that are looked at. */
const LOOKED_AT = 200_000;

const WESTERN: DecodedLabel = { label: "windows-1252", name: "Windows-1252 (Western European)" };
interface DecodedLabel {
  label: string;
  name: string;
}

/**
 * Bytes as text: UTF-8 or UTF-16, with or without a mark of it, or else by its letters one of the older encodings that
 * spreadsheets still write.
 * @param chosen the label of an encoding of `ENCODINGS` that is read instead of guessing; empty to guess. A mark of UTF-16
 * goes before it: there is nothing to guess then
 * @throws {TableError} where they are no text, or none of the encoding that was chosen
 */
export function decodeText(bytes: Uint8Array, chosen = ""): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return wide(bytes, "utf-16le", "UTF-16");
  if (first === 0xfe && second === 0xff) return wide(bytes, "utf-16be", "UTF-16");
  if (chosen !== "") return decodedAs(bytes, chosen);
  const unmarked = wideWithoutMark(bytes);
  if (unmarked !== null) return wide(bytes, unmarked, "UTF-16 without a mark");
  if (bytes.subarray(0, LOOKED_AT).includes(0)) throw new TableError(NO_TEXT);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), readAs: "" };
  } catch {
    // The decoder says by throwing that the bytes are not of that encoding.
    const { label, name } = olderEncoding(bytes);
    const text = decoded(bytes, label);
    if (text.includes("\0")) throw new TableError(NO_TEXT);
    return { text, readAs: name };
  }
}

const NO_TEXT =
  "The file is no text: it holds bytes that no CSV or JSON has. Choose a CSV, XLSX or JSON file.";

function decodedAs(bytes: Uint8Array, chosen: string): DecodedText {
  const encoding = ENCODINGS.find(({ label }) => label === chosen);
  if (encoding === undefined)
    throw new TableError("Choose one of the encodings that are offered, or none of them.");
  const text = decoded(bytes, encoding.label);
  if (text.includes("\0")) throw new TableError(NO_TEXT);
  if (text.includes("\ufffd"))
    throw new TableError(
      `The file is not in ${encoding.name}: it holds bytes that this has no letter for. Choose another one, or let it be told from the file.`,
    );
  return { text, readAs: encoding.label === "utf-8" ? "" : `${encoding.name}, as was chosen` };
}

function wide(bytes: Uint8Array, label: string, readAs: string): DecodedText {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), readAs };
  } catch {
    throw new TableError("The file begins as UTF-16 and goes on as something else. Save it again.");
  }
}

/** UTF-16 of mostly Latin letters has a zero in every other byte. */
function wideWithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 8) return null;
  const zeros: [number, number] = [0, 0];
  for (const [place, byte] of sample.entries()) if (byte === 0) zeros[place % 2 === 0 ? 0 : 1]++;
  const half = sample.length / 2;
  if (zeros[1] > half * 0.6 && zeros[0] < half * 0.1) return "utf-16le";
  return zeros[0] > half * 0.6 && zeros[1] < half * 0.1 ? "utf-16be" : null;
}

function olderEncoding(bytes: Uint8Array): DecodedLabel {
  const guesses = analyse(bytes.subarray(0, LOOKED_AT));
  const [likeliest] = guesses;
  const told = likeliest === undefined ? undefined : TOLD.get(likeliest.name);
  const western = guesses.find(({ name }) => /^(?:windows-1252|ISO-8859-1)$/.test(name));
  return told === undefined ||
    likeliest === undefined ||
    likeliest.confidence < LIKELIER * (western?.confidence ?? 0)
    ? WESTERN
    : { label: told, name: likeliest.name };
}

/** Windows' own signs at the places of control signs; some of Node's decoders take them for the latter. */
const WINDOWS_SIGNS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decoded(bytes: Uint8Array, label: string): string {
  const text = new TextDecoder(label).decode(bytes);
  return label === WESTERN.label
    ? text.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign)
    : text;
}
