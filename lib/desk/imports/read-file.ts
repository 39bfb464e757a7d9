import { LARGEST_FILE, type Pause, type ReadFile } from "@/lib/desk/imports/import-file";
import { readCsv } from "@/lib/desk/imports/read-csv";
import { readJson } from "@/lib/desk/imports/read-json";

/** Reads a file of records by what it begins with: JSON with a bracket, else CSV. Never throws. */
export async function readFile(text: string, pause: Pause): Promise<ReadFile> {
  return /^\ufeff?\s*[[{]/.test(text) ? readJson(text, pause) : readCsv(text, pause);
}

/** A file's bytes as text, or why they are none. */
export function textOfFile(bytes: Uint8Array): { text: string } | { problem: string } {
  if (bytes.byteLength === 0) return { problem: "The file is empty." };
  if (bytes.byteLength > LARGEST_FILE)
    return {
      problem: `The file is larger than ${LARGEST_FILE / 1_000_000} MB (${(bytes.byteLength / 1_000_000).toFixed(1)} MB). Split it.`,
    };
  const [first, second] = bytes;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  try {
    const encoding = wide ? (first === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes("\0"))
      return {
        problem:
          "The file is no text: it holds bytes that no CSV or JSON has. A spreadsheet is saved as “CSV UTF-8” first.",
      };
    return { text };
  } catch {
    // The decoder says by throwing that the bytes are not of that encoding.
    return {
      problem:
        "The file’s letters are not in UTF-8. In a spreadsheet, choose “CSV UTF-8” when saving.",
    };
  }
}
