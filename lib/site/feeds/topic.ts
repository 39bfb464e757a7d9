import type { Destination, ReadingContext } from "@/lib/site/urls/route";
import { routes } from "@/lib/site/urls/routes";
import type { RecordFeedView } from "@/lib/site/urls/routes/feed-routes";
import type { WholeList } from "@/lib/site/urls/routes/incident-list-routes";
import type { WalletView } from "@/lib/site/urls/routes/wallet-routes";
import type { CitedNumber } from "@/lib/statistics/changes/changes-view";
import type { Read } from "@/lib/statistics/rules/parameters";

/** What a public feed is of. */
export type Topic =
  | { of: "selection"; view: WholeList }
  | { of: "record"; view: RecordFeedView }
  | { of: "address"; view: WalletView }
  | { of: "citation"; view: CitedNumber }
  | { of: "versions" };

/** The feed at a path; null where none is. */
export function topicAt(
  path: string,
  query: URLSearchParams,
  context: ReadingContext,
): Read<Topic> | null {
  return (
    as("selection", routes.incidentsFeed.parse(path, query, context)) ??
    as("record", routes.recordFeed.parse(path, query, context)) ??
    as("address", routes.addressFeed.parse(path, query, context)) ??
    as("citation", routes.citationFeed.parse(path, query, context)) ??
    versions(routes.versionsFeed.parse(path, query, context))
  );
}

/** Where a feed is rendered, with what has to be there for it. */
export function destinationOf(topic: Topic): Destination {
  switch (topic.of) {
    case "selection":
      return routes.incidentsFeed.destination(topic.view);
    case "record":
      return routes.recordFeed.destination(topic.view);
    case "address":
      return routes.addressFeed.destination(topic.view);
    case "citation":
      return routes.citationFeed.destination(topic.view);
    case "versions":
      return routes.versionsFeed.destination(null);
  }
}

function as<Of extends string, View>(
  of: Of,
  read: Read<View> | null,
): Read<{ of: Of; view: View }> | null {
  return read?.ok ? { ok: true, value: { of, view: read.value } } : read;
}

function versions(read: Read<null> | null): Read<Topic> | null {
  return read?.ok ? { ok: true, value: { of: "versions" } } : read;
}
