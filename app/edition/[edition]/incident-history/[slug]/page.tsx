import type { Metadata } from "next";
import { historyAt } from "@/app/edition/history-at";
import { HistoryPage } from "@/components/histories/history-page";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each history is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Params = { params: Promise<{ edition: string; slug: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { edition, slug } = await params;
  const { history } = await historyAt(edition, "incident", slug);
  return { title: `History of ${history.name}` };
}

export default async function IncidentHistoryPage({ params }: Params) {
  const { edition, slug } = await params;
  return <HistoryPage kind="incident" {...(await historyAt(edition, "incident", slug))} />;
}
