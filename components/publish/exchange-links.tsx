import type { Links } from "@/lib/site/urls/links";

interface ExchangeLinksProps {
  of: { kind: "incident" | "actor"; slug: string };
  /** Links to the version. */
  permanent: Links;
}

/** A record in the formats by which others exchange what they know. */
export function ExchangeLinks({ of, permanent }: ExchangeLinksProps) {
  return (
    <p className="mt-3 text-sm">
      For other programs: <a href={permanent.exchange({ format: "stix", of })}>STIX 2.1</a> ·{" "}
      <a href={permanent.exchange({ format: "ftm", of })}>FollowTheMoney</a> ·{" "}
      <a href={`${permanent.methodology}#exchange`}>what they hold</a>
    </p>
  );
}
