import type { Pause, ReadFile } from "@/lib/desk/imports/import-file";
import { readCsv } from "@/lib/desk/imports/read-csv";
import { readJson } from "@/lib/desk/imports/read-json";

/** Reads a file of records by what it begins with: JSON with a bracket, else CSV. Never throws. */
export async function readFile(text: string, pause: Pause): Promise<ReadFile> {
  return /^\ufeff?\s*[[{]/.test(text) ? readJson(text, pause) : readCsv(text, pause);
}
