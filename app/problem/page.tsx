import type { Metadata } from "next";
import { headers } from "next/headers";
import { ProblemPage } from "@/components/ui/problem-page";
import { PROBLEM_HEADER, readProblem } from "@/lib/site/requests/problem-header";
import type { RequestProblem } from "@/lib/site/requests/request-problem";
import { linksFor } from "@/lib/site/urls/links";

/** Called by what is the matter. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await problemAt()).title, robots: { index: false } };
}

/** Why an address leads nowhere; only the proxy sends readers here, with the status that fits. */
export default async function Problem() {
  const problem = await problemAt();
  const links = linksFor({ version: problem.version ?? 1, pinned: problem.version !== null });
  return <ProblemPage links={links} problem={problem} />;
}

async function problemAt(): Promise<RequestProblem> {
  const problem = readProblem((await headers()).get(PROBLEM_HEADER));
  return problem ?? { status: 404, title: "There is no such page", problems: [], version: null };
}
