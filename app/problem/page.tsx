import type { Metadata } from "next";
import { headers } from "next/headers";
import { ProblemPage } from "@/components/ui/problem-page";
import { PROBLEM_HEADER, readProblem } from "@/lib/site/requests/problem-header";
import { linksFor } from "@/lib/site/urls/links";

export const metadata: Metadata = { title: "This page cannot be shown", robots: { index: false } };

/** Why an address leads nowhere; only the proxy sends readers here, with the status that fits. */
export default async function Problem() {
  const problem = readProblem((await headers()).get(PROBLEM_HEADER)) ?? {
    status: 404 as const,
    title: "There is no such page",
    problems: [],
    version: null,
  };
  const links = linksFor({ version: problem.version ?? 1, pinned: problem.version !== null });
  return <ProblemPage links={links} problem={problem} />;
}
