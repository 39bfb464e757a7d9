import { STATE_LABELS } from "@/components/desk/sources/link-filters";
import type { ListedLink } from "@/lib/desk/sources/listed-link";
import { dateText, dayOf } from "@/lib/values/dates/day";

/** Links of sources: what was found at each, its archived copy, and the records that have it. */
export function LinkList({ links }: { links: readonly ListedLink[] }) {
  return (
    <ul className="divide-y divide-rule border-rule border-t">
      {links.map((link) => (
        <li key={link.url} className="py-3 [overflow-wrap:anywhere]">
          <ExternalLink href={link.url} />
          <p className="text-sm">{foundText(link)}</p>
          {link.movedUrl !== null && (
            <p className="text-sm">
              Now: <ExternalLink href={link.movedUrl} />
            </p>
          )}
          <p className="text-sm">
            {link.archivedUrl === null ? (
              <span className="text-muted">No archived copy</span>
            ) : (
              <>
                Archived copy: <ExternalLink href={link.archivedUrl} />
              </>
            )}
          </p>
          <p className="text-muted text-sm">
            Source of{" "}
            {link.records.map(({ kind, slug, name }, at) => (
              <span key={`${kind} ${slug}`}>
                {at > 0 && ", "}
                <a href={`/desk/records/${kind}/${slug}`}>{name}</a>
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A link to elsewhere, which is told nothing of the desk. */
function ExternalLink({ href }: { href: string }) {
  return (
    <a href={href} rel="noreferrer nofollow" target="_blank">
      {href}
    </a>
  );
}

/** What was found at a link, and when. */
function foundText({ state, detail, checkedAt, failingSince }: ListedLink): string {
  if (checkedAt === null || detail === null) return capital(STATE_LABELS[state]);
  const checked = dateText(dayOf(checkedAt));
  const since =
    failingSince === null || dayOf(failingSince) === dayOf(checkedAt)
      ? ""
      : `, and was so since ${dateText(dayOf(failingSince))}`;
  return `${capital(detail)} (checked on ${checked}${since})`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
