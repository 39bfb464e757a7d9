"use client";

import { useEffect, useState } from "react";
import { TakenText } from "@/components/publish/taken-text";

interface NumberSentencesProps {
  short: string;
  full: string;
  /** Where the number always says the same: as it is printed, and as a path. */
  printed: string;
  path: string;
  /** Where the record is found; null where the reader's own URL tells. */
  base: string | null;
}

/** A number as two texts to print: one for the story, one for the caption. */
export function PrintedSentences({ short, full, printed, path, base }: NumberSentencesProps) {
  const [url, setUrl] = useState(printed);
  useEffect(() => setUrl(base === null ? location.origin + path : printed), [base, path, printed]);
  return (
    <>
      <TakenText label="For the story" text={short} />
      <TakenText label="For the caption or the footnote" text={`${full} ${url}`} />
    </>
  );
}
