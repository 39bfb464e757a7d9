"use client";

import { useState } from "react";
import { PickOne } from "@/components/publish/pick-one";

/** Widths of columns on a page, in millimetres, and how high a picture is in each. */
const WIDTHS = [
  { value: "96", label: "96 mm", height: 85 },
  { value: "148", label: "148 mm", height: 85 },
  { value: "198", label: "198 mm", height: 111 },
] as const;
const INKS = [
  { value: "colour", label: "Colour", query: "" },
  { value: "grey", label: "Black only", query: "&palette=grey" },
] as const;

interface PrintPartProps {
  /** The picture's file without an ending, and its canonical query. */
  file: string;
  query: string;
}

/** The picture for a printed page: by millimetres, its text outlined. */
export function PrintPart({ file, query }: PrintPartProps) {
  const [width, setWidth] = useState<string>(WIDTHS[0].value);
  const [ink, setInk] = useState<string>(INKS[0].value);
  const { value, height } = WIDTHS.find((each) => each.value === width) ?? WIDTHS[0];
  const palette = INKS.find((each) => each.value === ink)?.query ?? "";
  const drawing = `${query}${query === "" ? "" : "&"}width=${value}mm${palette}`;
  return (
    <div className="mt-6">
      <h4 className="font-semibold">For print</h4>
      <div className="mt-2 flex flex-wrap gap-x-6 gap-y-3">
        <PickOne legend="Width" options={WIDTHS} chosen={width} choose={setWidth} />
        <PickOne legend="Ink" options={INKS} chosen={ink} choose={setInk} />
      </div>
      <p className="mt-3 flex flex-wrap gap-x-5 gap-y-2">
        {[
          { ending: "pdf", label: "PDF" },
          { ending: "svg", label: "SVG for print" },
          { ending: "png", label: "PNG, 300 dpi" },
        ].map(({ ending, label }) => (
          <a key={ending} href={`${file}.${ending}?${drawing}`} download className="py-1">
            {label}
          </a>
        ))}
      </p>
      <p className="mt-1 text-muted text-sm tabular-nums">
        {value} × {height} mm. Text is outlined, so that no font is needed. Any width from 85 to 420
        mm is <code>width=…mm</code> in the URL, and a height <code>height=…mm</code>.
      </p>
    </div>
  );
}
