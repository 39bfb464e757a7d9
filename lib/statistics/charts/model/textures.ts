/** What tells parts apart that have no colour; `plain` is none. Slanting lines are not among them: those say "unfinished". */
export const TEXTURES = ["plain", "lines", "dots", "uprights", "dashes", "grid", "bands"] as const;
export type Texture = (typeof TEXTURES)[number];

/** Texture `place` of as many as there are; the same again after the last. */
export function textureAt(place: number): Texture {
  return TEXTURES[place % TEXTURES.length] ?? "plain";
}
