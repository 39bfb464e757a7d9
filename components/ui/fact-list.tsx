import type { ReactNode } from "react";

/** Short facts side by side, each under its name; two abreast on a phone. */
export function FactList({ children }: { children: ReactNode }) {
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-3 max-md:grid max-md:grid-cols-1 max-md:gap-x-6 min-[22rem]:max-md:grid-cols-2">
      {children}
    </dl>
  );
}

interface FactProps {
  label: string;
  /** For a long list: the whole line on a phone, what is left of it on a wide screen. */
  wide?: boolean;
  children: ReactNode;
}

export function Fact({ label, wide = false, children }: FactProps) {
  return (
    <div className={wide ? "min-[22rem]:max-md:col-span-2 md:min-w-64 md:max-w-lg md:flex-1" : ""}>
      <dt className="text-muted text-sm">{label}</dt>
      <dd className="leading-snug [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}
