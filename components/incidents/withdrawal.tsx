import type { Links } from "@/lib/site/urls/links";

interface WithdrawalProps {
  /** Why it was withdrawn; null where it was not. */
  retraction: string | null;
  /** The incident that it turned out to be a part of; null for none. */
  mergedInto: { slug: string; name: string } | null;
  links: Links;
}

/** Says plainly that an incident no longer counts, and why. */
export function Withdrawal({ retraction, mergedInto, links }: WithdrawalProps) {
  return (
    <div role="note" className="mb-6 border-negative border-l-4 bg-panel px-4 py-3">
      {retraction !== null && (
        <p>
          <strong>Retracted.</strong> {retraction}
        </p>
      )}
      {mergedInto !== null && (
        <p>
          <strong>Merged</strong> into{" "}
          <a href={links.incident(mergedInto.slug)}>{mergedInto.name}</a>, which holds what was said
          here.
        </p>
      )}
      <p className="text-muted">
        It counts in no total and no list. The page stays, so that those who quoted it find out.
      </p>
    </div>
  );
}
