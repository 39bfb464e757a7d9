import type { ReactNode } from "react";

/** Says that a list is empty, and what to do about it. */
export function EmptyState({ children }: { children: ReactNode }) {
  return <div className="max-w-prose border-rule border-y py-6 text-muted">{children}</div>;
}
