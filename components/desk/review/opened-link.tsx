import type { ReactNode } from "react";
import { WithheldUrl } from "@/components/sources/withheld-url";
import { hasWithheldPart, withheldSince } from "@/lib/record/withholding/withheld-url";

/** A link out of the desk, in a tab of its own: who reads beside it must not lose their place, and nobody is told where they came from. */
export function OpenedLink({
  href,
  label,
  children,
}: {
  href: string;
  /** What it leads to, where the words alone do not say it. */
  label?: string;
  children: ReactNode;
}) {
  const since = withheldSince(href);
  if (since !== null) return <WithheldUrl since={since} />;
  if (hasWithheldPart(href)) return children;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" aria-label={label}>
      {children}
    </a>
  );
}
