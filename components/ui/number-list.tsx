import type { ReactNode } from "react";

/** Figures side by side between rules, for the top of a page. */
export function NumberList({ children }: { children: ReactNode }) {
  return (
    <dl className="grid gap-x-6 sm:gap-x-8 border-rule-strong border-t-2 [grid-template-columns:repeat(auto-fit,minmax(min(100%,8rem),1fr))]">
      {children}
    </dl>
  );
}

interface LabelledNumberProps {
  label: string;
  /** What the figure leaves out, or how it is meant. */
  detail?: ReactNode;
  children: ReactNode;
}

/** One figure with its name and what it means. */
export function LabelledNumber({ label, detail, children }: LabelledNumberProps) {
  return (
    <div className="border-rule border-b py-3">
      <dt className="text-muted text-sm">{label}</dt>
      <dd className="font-semibold font-serif text-2xl leading-tight sm:text-3xl">{children}</dd>
      {detail !== undefined && <dd className="mt-1 text-muted text-sm leading-6">{detail}</dd>}
    </div>
  );
}
