import type { ReactNode } from "react";

interface ExternalLinkProps {
  href: string;
  /** What it leads to, where the words alone do not say it. */
  label?: string;
  children: ReactNode;
}

/** A link out of the record: followed by readers, not vouched for to search engines. */
export function ExternalLink({ href, label, children }: ExternalLinkProps) {
  return (
    <a href={href} rel="noopener nofollow" aria-label={label}>
      {children}
    </a>
  );
}

/** Who answers at a URL: `https://www.justice.gov/opa` → `justice.gov`. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}
