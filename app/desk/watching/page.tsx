import type { Metadata } from "next";
import { requirePerson } from "@/app/desk/signed-in";
import { haveRead, stopWatching, watchHost } from "@/app/desk/watching/watching-actions";
import { DeskFrame } from "@/components/desk/desk-frame";
import { Moment } from "@/components/desk/moment";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { NewsList } from "@/components/desk/watching/news-list";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { newsForReader, watchesOf } from "@/lib/desk/watching/watching-queries";

export const metadata: Metadata = { title: "Watching" };

/** What somebody watches, and what there is to tell of it; with the comments that speak to them. */
export default async function WatchingPage() {
  const person = await requirePerson("watching.keep");
  // Taken before the news is read: what comes meanwhile is not marked as read unseen.
  const now = new Date();
  const [news, watches] = [
    await newsForReader(database(), person),
    await watchesOf(database(), person),
  ];
  const unread = news.filter((each) => each.unread).length;
  return (
    <DeskFrame person={person} section="work">
      <p className="text-muted text-sm">
        <a href="/desk">My work</a>
      </p>
      <h1 className="font-semibold text-3xl">Watching</h1>
      <p className="mt-2 max-w-prose text-muted">
        What is handed in and published of the records and hosts that you watch, and comments that
        mention you by “@” and your name. The same is in your{" "}
        <a href="/desk/account#feed">private feed</a>.
      </p>
      <PageSection id="news" title={unread === 0 ? "What is new" : `What is new: ${unread}`}>
        {news.length === 0 ? (
          <EmptyState>Nothing yet since you began to watch.</EmptyState>
        ) : (
          <>
            <NewsList news={news} now={now} />
            {unread > 0 && (
              <div className="mt-4">
                <PlainForm
                  id="have-read"
                  label="Mark all as read"
                  action={haveRead}
                  fields={[]}
                  hidden={{ upTo: now.toISOString() }}
                  submit="Mark all as read"
                  kind="quiet"
                />
              </div>
            )}
          </>
        )}
      </PageSection>
      <PageSection
        id="watched"
        title={`What you watch: ${watches.length}`}
        note="A record is watched from its page under Records: an actor’s and a target’s with all thefts that are theirs."
      >
        {watches.length > 0 && (
          <ul className="mb-6 max-w-3xl divide-y divide-rule border-rule border-y">
            {watches.map(({ id, kind, title, path, since }) => (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2 [overflow-wrap:anywhere]"
              >
                <p>
                  <a href={path}>{title}</a>
                  <span className="block text-muted text-sm">
                    {kind ?? "host"}, since <Moment at={since} />
                  </span>
                </p>
                <PlainForm
                  id={`stop-${id}`}
                  label={`Stop watching ${title}`}
                  action={stopWatching}
                  fields={[]}
                  hidden={{ watch: String(id) }}
                  submit="Stop watching"
                  submitLabel={`Stop watching ${title}`}
                  kind="quiet"
                />
              </li>
            ))}
          </ul>
        )}
        <PlainForm
          id="watch-host"
          label="Watch a host"
          action={watchHost}
          fields={[
            {
              name: "host",
              label: "Watch a host",
              hint: "Such as example.org: you are told when a source of it is handed in or published, and when its links lead nowhere.",
              autoComplete: "off",
              maxLength: 300,
            },
          ]}
          submit="Watch the host"
          kind="quiet"
        />
      </PageSection>
    </DeskFrame>
  );
}
