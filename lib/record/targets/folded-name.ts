/**
 * A name as two spellings of it meet: letter case, white space and the composition of accents apart. The database's
 * folded_name does the same, so that both find the same targets.
 */
export function foldedName(name: string): string {
  return name.replace(/\s+/gu, " ").trim().normalize("NFC").toLowerCase();
}
