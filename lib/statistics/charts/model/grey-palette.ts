import { PALETTE } from "./palette";

type Colour = keyof typeof PALETTE;

/** Six greys that stand out from white by 3:1 and from one another by 1.4:1; the first are furthest apart. */
const [G0, G1, G2, G3, G4, G5] = ["#000000", "#2a2a2a", "#454545", "#5e5e5e", "#787878", "#949494"];
/** Eight of them, by 1.3:1. */
const [H0, H1, H2, H3, H4, H5, H6, H7] = ["#000000", "#222222", "#363636", "#484848"].concat([
  "#5a5a5a",
  "#6d6d6d",
  "#808080",
  "#949494",
]);

/** Of the parts that a chart shows, by their place: actors have more colours than there are greys to tell apart. */
const BY_PLACE = [H0, H4, H1, H5, H2];

/**
 * The palette of pictures that are printed in black alone: white paper, black text, and neighbours in a stack as far
 * apart as greys can be.
 */
const GREYS: Partial<Record<Colour, string | undefined>> = {
  "--paper": "#ffffff",
  "--panel": "#f2f2f2",
  "--ink": "#000000",
  "--muted": "#333333",
  "--rule": "#b3b3b3",
  "--rule-strong": "#000000",
  "--accent": "#000000",
  "--cat-contract-exploit": G0,
  "--cat-flash-loan": G3,
  "--cat-wallet-compromise": G1,
  "--cat-phishing": G4,
  "--cat-exit-scam": G2,
  "--cat-unknown": G5,
  "--series-1": G0,
  "--series-2": G1,
  "--series-3": G2,
  "--series-4": G3,
  "--series-5": "#757575",
  "--part-other": H7,
  "--part-several": H3,
  "--part-nobody": H6,
  "--bar-whole": G1,
  "--bar-part": G4,
  "--bar-nobody": G5,
  "--chart-grid": "#d9d9d9",
  "--chart-axis": "#404040",
  "--chart-text": "#1a1a1a",
};

/** The numbered colours of parts among some, each once: `--part-3`. */
export function numberedParts<Name extends string>(colours: readonly Name[]): Name[] {
  return [...new Set(colours)].filter((colour) => /^--part-\d+$/.test(colour));
}

/**
 * A colour in print without colours; one that has no grey of its own is as dark as it is light on paper.
 * @param parts the numbered colours of the chart's parts, in its order
 */
export function greyOf(name: Colour, parts: readonly string[] = []): string {
  return (
    BY_PLACE[parts.indexOf(name) % BY_PLACE.length] ?? GREYS[name] ?? asDarkAs(PALETTE[name].light)
  );
}

/** The grey of a colour's luma, as printers and copiers see it. */
function asDarkAs(hex: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(hex.slice(at, at + 2), 16),
  );
  const luma = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  return `#${luma.toString(16).padStart(2, "0").repeat(3)}`;
}
