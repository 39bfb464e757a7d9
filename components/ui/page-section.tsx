import type { ReactNode } from "react";

interface PageSectionProps {
  /** The place that links to this section lead to. */
  id: string;
  title: string;
  /** One or two sentences on what is shown and how it is counted. */
  note?: ReactNode;
  children: ReactNode;
}

/** A part of a page under its own heading, set off by a hairline. */
export function PageSection({ id, title, note, children }: PageSectionProps) {
  return (
    <section aria-labelledby={id} className="mt-10 border-rule border-t pt-4 first:mt-0">
      <h2 id={id} className="font-semibold text-2xl">
        {title}
      </h2>
      {note !== undefined && <p className="mt-1 max-w-prose text-muted">{note}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
