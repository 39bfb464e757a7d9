"use client";

import { useState } from "react";

interface CopyButtonProps {
  label: string;
  /** Puts something into the clipboard. */
  copy: () => Promise<void>;
}

/** Copies something and says so, or says that the browser would not let it. */
export function CopyButton({ label, copy }: CopyButtonProps) {
  const [outcome, setOutcome] = useState("");
  const press = () => {
    setOutcome("…");
    copy().then(
      () => setOutcome("Copied"),
      () => setOutcome("The browser does not allow it here"),
    );
  };
  return (
    <span className="inline-flex items-center gap-2">
      <button
        type="button"
        onClick={press}
        className="min-h-9 border border-rule-strong px-3 py-1 text-sm hover:bg-panel"
      >
        {label}
      </button>
      <span role="status" className="text-muted text-sm">
        {outcome}
      </span>
    </span>
  );
}
