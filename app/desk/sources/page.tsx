import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requirePerson } from "@/app/desk/signed-in";
import { stopWatching, watchHost } from "@/app/desk/watching/watching-actions";
import { DeskFrame } from "@/components/desk/desk-frame";
import { LinkFilters } from "@/components/desk/sources/link-filters";
import { LinkList } from "@/components/desk/sources/link-list";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { WatchButton } from "@/components/desk/watching/watch-button";
import { PagesNav } from "@/components/ui/pages-nav";
import { database } from "@/lib/db/client";
import { countLinks, LINKS_PAGE, listLinks } from "@/lib/desk/sources/link-check-queries";
import { linkFilterSchema, linksHref } from "@/lib/desk/sources/link-filter";
import { watchOf } from "@/lib/desk/watching/watching-queries";

export const metadata: Metadata = { title: "Sources’ links" };

/** What was found when the links of the record's sources were last followed. */
export default async function SourcesPage({ searchParams }: PageProps<"/desk/sources">) {
  const person = await requirePerson("proposal.write");
  const { state, host, copy, page } = linkFilterSchema.parse(await searchParams);
  const filter = { state, host, withoutCopy: copy === "none" };
  const [{ links, count }, counts] = await Promise.all([
    listLinks(database(), filter, page),
    countLinks(database(), filter),
  ]);
  // A page past the end counts nothing itself.
  if (count === 0 && page > 1) redirect(linksHref(filter));
  const watch = host === "" ? null : await watchOf(database(), person, { host });
  return (
    <DeskFrame person={person} section="records">
      <p className="text-muted text-sm">
        <a href="/desk/records">Records</a>
      </p>
      <h1 className="font-semibold text-3xl">Sources’ links</h1>
      <p className="mt-2 mb-4 max-w-prose text-muted">
        What was found when the links of published sources were last followed. Whoever runs the
        server has them followed by <code>npm run sources</code>. Open a record to give a source its
        archived copy or its new address.
      </p>
      <LinkFilters filter={filter} counts={counts} />
      {host !== "" && (
        <div className="mb-4">
          <WatchButton
            watch={watch}
            watched={{ host }}
            name={host}
            begin={watchHost}
            end={stopWatching}
          />
        </div>
      )}
      {links.length === 0 ? (
        <EmptyState>
          <p>
            No source has such a link. <a href="/desk/sources">Show all links</a>
          </p>
        </EmptyState>
      ) : (
        <LinkList links={links} />
      )}
      <PagesNav
        page={page}
        pages={Math.ceil(count / LINKS_PAGE)}
        hrefOf={(number) => linksHref(filter, number)}
      />
    </DeskFrame>
  );
}
