"use client";

import { useEffect, useState } from "react";
import { TakenText } from "@/components/publish/taken-text";
import {
  CITATION_STYLES,
  type CitationStyle,
  type Cited,
  citationTexts,
} from "@/lib/site/citations/citation";

interface CitePartProps {
  cited: Cited;
  /** The path of what is cited, for where its operator has not said where the record is found. */
  path: string;
  /** Where the record is found; null where the reader's own address tells. */
  base: string | null;
}

/** How to quote the chart; the day of retrieval is the reader's, so it is added in the browser. */
export function CitePart({ cited, path, base }: CitePartProps) {
  const [read, setRead] = useState<Partial<Cited>>({});
  useEffect(
    () =>
      setRead({
        retrieved: new Date().toISOString().slice(0, 10),
        ...(base === null && { address: location.origin + path }),
      }),
    [base, path],
  );
  const texts = citationTexts({ ...cited, ...read });
  return (
    <div className="mt-8">
      <h3 className="font-semibold text-lg">Citation</h3>
      {cited.shortId !== null && (
        <p className="mt-1 text-sm">
          Short id{" "}
          <a href={`/c/${cited.shortId}`} className="font-semibold">
            {cited.shortId}
          </a>
          , which finds this very view again.
        </p>
      )}
      {(Object.keys(CITATION_STYLES) as CitationStyle[]).map((style) => (
        <TakenText
          key={style}
          label={CITATION_STYLES[style]}
          text={texts[style]}
          isCode={style === "bibtex" || style === "ris"}
        />
      ))}
    </div>
  );
}
