/** A colour in the light and the dark theme, as six hexadecimal digits. */
interface Shades {
  light: string;
  dark: string;
}

const of = (light: string, dark: string): Shades => ({ light, dark });

/** Every colour that a drawing may name, as `app/globals.css` has it (a test holds them equal). */
export const PALETTE = {
  "--paper": of("#fdfcf9", "#14161a"),
  "--panel": of("#f5f2eb", "#1c1f25"),
  "--ink": of("#1b1a17", "#ece9e2"),
  "--muted": of("#5c5850", "#a9a59c"),
  "--rule": of("#d9d4c8", "#363a42"),
  "--rule-strong": of("#1b1a17", "#8d897f"),
  "--accent": of("#8a1c1c", "#f0908a"),
  "--cat-contract-exploit": of("#002e60", "#346aac"),
  "--cat-flash-loan": of("#1576b6", "#7cc3f4"),
  "--cat-wallet-compromise": of("#9a0417", "#e45c5f"),
  "--cat-phishing": of("#b86a03", "#fecc7e"),
  "--cat-exit-scam": of("#1a6c4f", "#59b386"),
  "--cat-unknown": of("#8f8b84", "#7c7871"),
  "--series-1": of("#8c0009", "#fd8e86"),
  "--series-2": of("#0b3a7a", "#64a6e9"),
  "--series-3": of("#077974", "#60ccc6"),
  "--series-4": of("#94640e", "#e9c467"),
  "--series-5": of("#6a3d9a", "#c3a3f5"),
  "--part-1": of("#3d2c6d", "#8468c4"),
  "--part-2": of("#1f8f8a", "#7fd4cf"),
  "--part-3": of("#8c3a08", "#d9753c"),
  "--part-4": of("#a8801a", "#f0d48a"),
  "--part-5": of("#7d2158", "#c9629f"),
  "--part-6": of("#66751a", "#b5c45a"),
  "--part-7": of("#2f6396", "#7fb0e0"),
  "--part-8": of("#b04a7c", "#e79abf"),
  "--part-9": of("#47604a", "#9dbd9a"),
  "--part-10": of("#5a3a1e", "#c79b6e"),
  "--part-several": of("#3f4a56", "#bcc7d3"),
  "--part-other": of("#5f6b78", "#9aa6b3"),
  "--series-muted": of("#747169", "#949088"),
  "--part-muted": of("#b5b1a8", "#50545c"),
  "--part-nobody": of("#8f8b84", "#7c7871"),
  "--bar-whole": of("#374758", "#a0b5cc"),
  "--bar-part": of("#778ba1", "#617589"),
  "--bar-nobody": of("#7f7b74", "#98958d"),
  "--chart-grid": of("#e4dfd4", "#2c3037"),
  "--chart-axis": of("#77736a", "#8d897f"),
  "--chart-text": of("#4a463f", "#c4c0b7"),
} as const satisfies Record<string, Shades>;

export type Theme = "light" | "dark";
type PaletteColour = keyof typeof PALETTE;

/** Whether a drawing may name the colour. */
export function isPaletteColour(name: string): name is PaletteColour {
  return Object.hasOwn(PALETTE, name);
}
