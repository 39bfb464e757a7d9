import type { Metadata } from "next";
import { historyAt } from "@/app/versioned/history-at";
import { HistoryPage } from "@/components/histories/history-page";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each history is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Params = { params: Promise<{ reference: string; slug: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, slug } = await params;
  const { history } = await historyAt(reference, "actor", slug);
  return { title: `History of ${history.name}` };
}

export default async function ActorHistoryPage({ params }: Params) {
  const { reference, slug } = await params;
  return <HistoryPage kind="actor" {...(await historyAt(reference, "actor", slug))} />;
}
