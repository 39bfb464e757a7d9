const names = new Intl.DisplayNames("en-GB", { type: "region" });

/** A country's name by its ISO 3166-1 alpha-2 code: `KP` → `North Korea`. */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}
