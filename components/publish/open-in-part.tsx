"use client";

import { TakenText } from "@/components/publish/taken-text";
import { usePublicBase } from "@/components/publish/use-public-base";
import { openIn } from "@/lib/site/exports/open-in";

interface OpenInPartProps {
  /** The path of the CSV file for programs, at a version. */
  csv: string;
  /** Where the record is found; null where the reader's own address tells. */
  base: string | null;
}

/** How the numbers are opened in other programs, without a file in between. */
export function OpenInPart({ csv, base }: OpenInPartProps) {
  const found = usePublicBase(base);
  return (
    <details className="mt-3">
      <summary className="w-fit cursor-pointer py-1">
        Open in R, Python, Google Sheets or Datawrapper
      </summary>
      {openIn(`${found}${csv}`).map(({ program, where, text }) => (
        <TakenText
          key={program}
          label={where === null ? program : `${program}. ${where}:`}
          text={text}
          isCode
        />
      ))}
    </details>
  );
}
