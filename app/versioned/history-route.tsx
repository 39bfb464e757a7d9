import type { Metadata } from "next";
import { historyAt } from "@/app/versioned/history-at";
import { HistoryPage } from "@/components/histories/history-page";

export interface HistoryRouteProps {
  params: Promise<{ reference: string; slug: string }>;
}

type HistoryKind = "incident" | "actor";

/** What a history's page says of itself. */
export async function historyMetadata(
  kind: HistoryKind,
  { params }: HistoryRouteProps,
): Promise<Metadata> {
  const { reference, slug } = await params;
  const { history } = await historyAt(reference, kind, slug);
  return { title: `History of ${history.name}` };
}

/** The history that an address names, as a page. */
export async function HistoryRoute({ kind, params }: HistoryRouteProps & { kind: HistoryKind }) {
  const { reference, slug } = await params;
  return <HistoryPage kind={kind} {...(await historyAt(reference, kind, slug))} />;
}
