import { ExternalLink } from "@/components/sources/external-link";
import { WithheldUrl } from "@/components/sources/withheld-url";
import { withheldSince } from "@/lib/record/withholding/withheld-url";

interface HostLinkProps {
  href: string;
  /** What it leads to, without the host. */
  label?: string;
}

/** A link out of the record by the name of who answers there: `https://www.justice.gov/opa` → `justice.gov`. */
export function HostLink({ href, label }: HostLinkProps) {
  const since = withheldSince(href);
  if (since !== null) return <WithheldUrl since={since} />;
  const host = new URL(href).hostname.replace(/^www\./, "");
  return (
    <ExternalLink href={href} {...(label !== undefined && { label: `${label}: ${host}` })}>
      {host}
    </ExternalLink>
  );
}
