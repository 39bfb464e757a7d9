import type { Links } from "@/lib/site/urls/links";
import { publicUrl } from "@/lib/site/urls/public-url";

/** What other programs are given of the record, and how each format says what the record says. */
export function ExchangeSection({ links }: { links: Links }) {
  const record = { kind: "record" } as const;
  return (
    <>
      <p>
        <a href={links.exchange({ format: "stix", of: record })}>STIX 2.1</a>, as OpenCTI and others
        import it: a theft is an incident; an address is a wallet, once, however many thefts name
        it; whoever is named is an intrusion set, or a threat actor where it is a person. Each
        statement about who did it is a relationship of its own, made by whoever made the statement,
        with a confidence of 85 (confirmed), 50 (likely) or 15 (suspected). What was retracted or
        merged is revoked. Incidents and actors have files of their own, linked from their pages;{" "}
        <code>/stix/changes.json?from=</code> with the number of a version has what changed since
        that one.
      </p>
      <p className="mt-3">
        A MISP feed, to be subscribed to at <code>{publicUrl("/misp/")}</code>:{" "}
        <a href={links.misp("manifest.json")}>its list of events</a>, one a theft. MISP demands a
        day of an event: where none is known, it is the first that is possible, and the event says
        so. What was retracted stays an event, with a later timestamp, the tag{" "}
        <code>lossline:counts-no-more</code> and the reason.
      </p>
      <p className="mt-3">
        <a href={links.exchange({ format: "ftm", of: record })}>FollowTheMoney</a>, as OpenSanctions
        and Aleph use it: nobody is made the holder of a wallet; who is named for a theft, and by
        whom, is a link between them.
      </p>
      <p className="mt-3">
        In each of them an amount that is not known is left out, never 0; an address that many use
        says so; and two exports of one version are equal to the byte.
      </p>
    </>
  );
}
