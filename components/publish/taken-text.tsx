"use client";

import { CopyButton } from "@/components/publish/copy-button";

interface TakenTextProps {
  label: string;
  text: string;
  /** Whether its lines stay as they are, as code's do. */
  isCode?: boolean;
}

/** A text to be taken away: copied with a button, or selected by hand. */
export function TakenText({ label, text, isCode = false }: TakenTextProps) {
  return (
    <figure className="mt-3">
      <figcaption className="flex flex-wrap items-center justify-between gap-2 text-muted text-sm">
        {label}
        <CopyButton label="Copy" copy={() => navigator.clipboard.writeText(text)} />
      </figcaption>
      <p
        className={`mt-1 select-all border border-rule bg-panel p-3 text-sm [overflow-wrap:anywhere] ${isCode ? "whitespace-pre-wrap font-mono text-xs leading-relaxed" : ""}`}
      >
        {text}
      </p>
    </figure>
  );
}
