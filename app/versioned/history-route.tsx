import type { Metadata } from "next";
import { historyAt } from "@/app/versioned/history-at";
import { HistoryPage } from "@/components/histories/history-page";
import type { PagedKind } from "@/lib/record/kinds/record-kind";

export interface HistoryRouteProps {
  params: Promise<{ reference: string; slug: string }>;
}

/** What a history's page says of itself. */
export async function historyMetadata(
  kind: PagedKind,
  { params }: HistoryRouteProps,
): Promise<Metadata> {
  const { reference, slug } = await params;
  const { history } = await historyAt(reference, kind, slug);
  return { title: `History of ${history.name}` };
}

/** The history that an address names, as a page. */
export async function HistoryRoute({ kind, params }: HistoryRouteProps & { kind: PagedKind }) {
  const { reference, slug } = await params;
  return <HistoryPage kind={kind} {...(await historyAt(reference, kind, slug))} />;
}
