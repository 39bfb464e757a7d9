import localFont from "next/font/local";

// Latin letters with the accents of western Europe; the rest of the alphabet comes when a page needs it.

const sans = localFont({
  src: [
    {
      path: "../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
      style: "normal",
    },
  ],
  weight: "200 900",
  display: "swap",
  variable: "--font-source-sans",
  fallback: ["system-ui", "sans-serif"],
});

const serif = localFont({
  src: [
    {
      path: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
      style: "normal",
    },
  ],
  weight: "200 900",
  display: "swap",
  variable: "--font-source-serif",
  adjustFontFallback: "Times New Roman",
  fallback: ["Georgia", "serif"],
});

/** The classes that make both families known to the style sheet. */
export const fontClasses = `${sans.variable} ${serif.variable}`;
