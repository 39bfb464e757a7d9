import type { ReactNode } from "react";

interface NoticeProps {
  /** What it is about: something done, something to mind, or only to know. */
  kind?: "done" | "mind" | "know";
  title?: ReactNode;
  /** Read out when it appears; for what answers an action. */
  live?: boolean;
  children?: ReactNode;
}

const LOOKS = {
  done: "border-positive",
  mind: "border-accent bg-mark",
  know: "border-rule-strong bg-panel",
} as const;

/** A word to the reader beside the work itself. */
export function Notice({ kind = "know", title, live = false, children }: NoticeProps) {
  return (
    <div
      role={live ? "status" : undefined}
      className={`my-4 max-w-3xl border-l-4 px-4 py-2 ${LOOKS[kind]}`}
    >
      {title !== undefined && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  );
}
