import type { Metadata } from "next";
import { z } from "zod";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { Moment } from "@/components/desk/moment";
import { PublicationCredit } from "@/components/desk/publication-credit";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { PagesNav } from "@/components/ui/pages-nav";
import { database } from "@/lib/db/client";
import { PUBLICATIONS_PAGE, publications } from "@/lib/desk/publications/publication-queries";

export const metadata: Metadata = { title: "Publications" };

const parametersSchema = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** What was published, version by version, each to be taken back. */
export default async function PublicationsPage({ searchParams }: PageProps<"/desk/publications">) {
  const person = await requirePerson("import.run");
  const { page } = parametersSchema.parse(await searchParams);
  const { publications: lines, count } = await publications(database(), page);
  return (
    <DeskFrame person={person} section="records">
      <p className="text-muted text-sm">
        <a href="/desk/records">Records</a>
      </p>
      <h1 className="font-semibold text-3xl">Publications</h1>
      <p className="mt-2 mb-6 max-w-prose text-muted">
        Every version of the record, the newest first. What one has changed can be taken back in one
        step, as far as nobody has changed it since; another editor reads that before it is
        published.
      </p>
      {lines.length === 0 ? (
        <EmptyState>Nothing has been published yet.</EmptyState>
      ) : (
        <ul className="max-w-3xl border-rule border-t">
          {lines.map((line) => (
            <li key={line.version} className="border-rule border-b py-2 [overflow-wrap:anywhere]">
              <a href={`/desk/publications/${line.version}`} className="font-semibold">
                Version {line.version}
              </a>
              <span className="block">{line.note}</span>
              <span className="block text-muted text-sm">
                <Moment at={line.publishedAt} />
                <PublicationCredit {...line} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <PagesNav
        page={page}
        pages={Math.ceil(count / PUBLICATIONS_PAGE)}
        hrefOf={(number) => `/desk/publications?page=${number}`}
      />
    </DeskFrame>
  );
}
