/** The formats in which a chart leaves, each by its ending. */
export const FORMATS = {
  svg: { type: "image/svg+xml; charset=utf-8", label: "SVG", saved: false },
  png: { type: "image/png", label: "PNG", saved: false },
  pdf: { type: "application/pdf", label: "PDF", saved: true },
  csv: { type: "text/csv; charset=utf-8; header=present", label: "CSV", saved: true },
  tsv: {
    type: "text/tab-separated-values; charset=utf-8; header=present",
    label: "TSV",
    saved: true,
  },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    label: "XLSX",
    saved: true,
  },
  json: { type: "application/json; charset=utf-8", label: "JSON", saved: false },
  zip: { type: "application/zip", label: "All of it (ZIP)", saved: true },
} as const;
export type Format = keyof typeof FORMATS;

export function isFormat(text: string): text is Format {
  return Object.hasOwn(FORMATS, text);
}
