import { PALETTE } from "./palette";

type Colour = keyof typeof PALETTE;

/** Six greys that stand out from white by 3:1 and from one another by 1.4:1; the first are furthest apart. */
const [G0, G1, G2, G3, G4, G5] = ["#000000", "#2a2a2a", "#454545", "#5e5e5e", "#787878", "#949494"];
/** Seven of them, by 1.3:1. */
const [H0, H1, H2, H3, H4, H5, H6] = ["#000000", "#252525", "#3b3b3b"].concat([
  "#505050",
  "#666666",
  "#7d7d7d",
  "#949494",
]);

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
  "--part-1": H0,
  "--part-2": H4,
  "--part-3": H1,
  "--part-4": H5,
  "--part-5": H2,
  "--part-other": H6,
  "--part-nobody": H3,
  "--bar-whole": G1,
  "--bar-part": G4,
  "--bar-nobody": G5,
  "--chart-grid": "#d9d9d9",
  "--chart-axis": "#404040",
  "--chart-text": "#1a1a1a",
};

/** A colour in print without colours; one that has no grey of its own is as dark as it is light on paper. */
export function greyOf(name: Colour): string {
  return GREYS[name] ?? asDarkAs(PALETTE[name].light);
}

/** The grey of a colour's luma, as printers and copiers see it. */
function asDarkAs(hex: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(hex.slice(at, at + 2), 16),
  );
  const luma = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  return `#${luma.toString(16).padStart(2, "0").repeat(3)}`;
}
