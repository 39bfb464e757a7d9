import type { ReactNode } from "react";
import { WithheldUrl } from "@/components/sources/withheld-url";
import { hasWithheldPart, withheldSince } from "@/lib/record/withholding/withheld-url";

interface ExternalLinkProps {
  href: string;
  /** What it leads to, where the words alone do not say it. */
  label?: string;
  children: ReactNode;
}

/**
 * A link out of the record: followed by readers, not vouched for to search engines. Where an order took the URL, or a
 * part of what it is made of, the words stand without a link.
 */
export function ExternalLink({ href, label, children }: ExternalLinkProps) {
  const since = withheldSince(href);
  if (since !== null)
    return (
      <>
        {children} (<WithheldUrl since={since} />)
      </>
    );
  if (hasWithheldPart(href)) return children;
  return (
    <a href={href} rel="noopener nofollow" aria-label={label}>
      {children}
    </a>
  );
}
