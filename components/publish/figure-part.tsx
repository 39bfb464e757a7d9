"use client";

import { TakenText } from "@/components/publish/taken-text";
import { usePublicBase } from "@/components/publish/use-public-base";
import { type FigureFacts, figureHtml, figureMarkdown } from "@/lib/site/citations/figure-code";

interface FigurePartProps {
  facts: FigureFacts;
  /** Where the record is found; null where its operator has not said, and the reader's own address tells. */
  base: string | null;
}

/** A picture with its alternative text, caption, credit and permanent link, as content systems take it. */
export function FigurePart({ facts, base }: FigurePartProps) {
  const found = usePublicBase(base);
  return (
    <div>
      <h3 className="font-semibold text-lg">Copy for a CMS</h3>
      <p className="mt-1 text-muted text-sm">
        Picture, alternative text, caption, credit and permanent link. It needs no style and no
        script.
      </p>
      <TakenText label="HTML" text={figureHtml(facts, found)} isCode />
      <TakenText label="Markdown" text={figureMarkdown(facts, found)} isCode />
    </div>
  );
}
