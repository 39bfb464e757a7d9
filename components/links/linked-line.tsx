import type { Links } from "@/lib/site/urls/links";
import type { LinkGroup } from "@/lib/statistics/shared-addresses/link-group";
import type { Names } from "@/lib/statistics/shared-addresses/link-text";

/** Names that stand in one line at most. */
const MOST_NAMED = 8;

/** That an incident is one of several that share addresses, and which; for the top of its page. */
export function LinkedLine({
  group,
  here,
  names,
  links,
}: {
  group: LinkGroup;
  here: string;
  names: Names;
  links: Links;
}) {
  const isNamed = group.slugs.length <= MOST_NAMED;
  return (
    <p className="mt-5 border-accent border-l-4 pl-3">
      <a href={links.linkGroup(group.slug)}>
        {isNamed ? `One of ${group.slugs.length} thefts` : "One of many thefts"} linked by shared
        addresses
      </a>
      {isNamed && (
        <>
          :{" "}
          {group.slugs.map((slug, index) => (
            <span key={slug}>
              {index > 0 && " – "}
              {slug === here ? (
                <strong>{names.get(slug)}</strong>
              ) : (
                <a href={links.incident(slug)}>{names.get(slug)}</a>
              )}
            </span>
          ))}
        </>
      )}
    </p>
  );
}
