"use client";

import { useEffect, useState } from "react";
import { TakenText } from "@/components/publish/taken-text";
import {
  CITATION_STYLES,
  type CitationStyle,
  type Cited,
  citationTexts,
} from "@/lib/citations/citation";
import { type Day, today } from "@/lib/dates/day";

/** How to quote the chart; the day of retrieval is the reader's, so it is added in the browser. */
export function CitePart({ cited }: { cited: Cited }) {
  const [retrieved, setRetrieved] = useState<Day | null>(null);
  useEffect(() => setRetrieved(today()), []);
  const texts = citationTexts(retrieved === null ? cited : { ...cited, retrieved });
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
          isCode={style === "bibtex"}
        />
      ))}
    </div>
  );
}
