import { type CSSProperties, useEffect, useState } from "react";

/** Page pixels. */
export const READING_WIDTH = 240;

interface ReadingRow {
  key: string;
  label: string;
  /** Null where the row is no series. */
  colour: string | null;
  value: string;
}

export interface ReadingText {
  heading: string;
  rows: readonly ReadingRow[];
  note: string | null;
}

interface ReadingProps {
  /** Null while nothing is pointed at. */
  text: ReadingText | null;
  /** Where it is in the chart; it must touch what is pointed at, so that a pointer can move onto it. */
  style: CSSProperties;
}

function readingText({ heading, rows, note }: ReadingText): string {
  const values = rows.map((row) => `${row.label} ${row.value}`);
  return [heading, ...values, note].filter(Boolean).join(". ");
}

/** What the chart says at the place pointed at, or reached with the keys. Escape closes it until the next place. */
export function Reading({ text, style }: ReadingProps) {
  const place = text?.heading ?? null;
  const [dismissed, setDismissed] = useState<string | null>(null);
  useEffect(() => {
    setDismissed(null);
    if (place === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") setDismissed(place);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [place]);
  const isShown = text !== null && dismissed !== place;
  return (
    <>
      <p role="status" className="sr-only">
        {isShown ? readingText(text) : ""}
      </p>
      {isShown && (
        <div
          data-reading=""
          aria-hidden="true"
          className="absolute z-10 border border-rule-strong bg-paper px-3 py-2 text-sm shadow-md tabular-nums"
          style={{ width: READING_WIDTH, ...style }}
          onMouseMove={(event) => event.stopPropagation()}
        >
          <p className="font-semibold">{text.heading}</p>
          <table className="w-full">
            <tbody>
              {text.rows.map((row) => (
                <tr key={row.key}>
                  <td className="pr-2">
                    {row.colour && (
                      <span
                        className="mr-1.5 inline-block size-2.5"
                        style={{ background: `var(${row.colour})` }}
                      />
                    )}
                    {row.label}
                  </td>
                  <td className="text-right">{row.value}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {text.note && <p className="text-muted">{text.note}</p>}
        </div>
      )}
    </>
  );
}
