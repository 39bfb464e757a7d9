import type { ReactNode } from "react";

/** Running text at a readable measure. */
export function Prose({ children }: { children: ReactNode }) {
  return (
    <div className="max-w-prose space-y-3 [&_dt]:font-semibold [&_li]:mt-1 [&_ul]:list-disc [&_ul]:pl-5">
      {children}
    </div>
  );
}
