import {
  HistoryRoute,
  type HistoryRouteProps,
  historyMetadata,
} from "@/app/versioned/history-route";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each history is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

export function generateMetadata(props: HistoryRouteProps) {
  return historyMetadata("target", props);
}

export default function TargetHistoryPage(props: HistoryRouteProps) {
  return <HistoryRoute kind="target" {...props} />;
}
