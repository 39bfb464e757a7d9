"use client";

import { CopyButton } from "@/components/publish/copy-button";

/** A button that copies a text. */
export function CopyText({ label, text }: { label: string; text: string }) {
  return <CopyButton label={label} copy={() => navigator.clipboard.writeText(text)} />;
}
