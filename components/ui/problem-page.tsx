import { SiteHeader } from "@/components/ui/site-header";
import type { RequestProblem } from "@/lib/site/requests/request-problem";
import type { Links } from "@/lib/site/urls/links";

/** Says what is wrong with an address, what would be right, and where to go on. */
export function ProblemPage({ links, problem }: { links: Links; problem: RequestProblem }) {
  return (
    <>
      <SiteHeader links={links} section={null} />
      <main id="content" className="page-width max-w-3xl py-12">
        <p className="text-muted text-sm">Error {problem.status}</p>
        <h1 className="mt-1 font-semibold text-3xl">{problem.title}</h1>
        {problem.missing !== undefined && (
          <p className="mt-4 [overflow-wrap:anywhere]">{problem.missing}</p>
        )}
        {problem.problems.length > 0 && (
          <ul className="mt-4 space-y-3">
            {problem.problems.map(({ parameter, given, allowed }) => (
              <li key={parameter} className="border-negative border-l-4 pl-4">
                <code className="break-all font-semibold">
                  {parameter}
                  {given !== null && (
                    <>
                      =<bdi>{given}</bdi>
                    </>
                  )}
                </code>
                <br />
                Allowed: {allowed}.
              </li>
            ))}
          </ul>
        )}
        <h2 className="mt-10 font-semibold text-xl">Where to go on</h2>
        <ul className="mt-2 list-disc space-y-1 pl-5">
          <li>
            <a href={links.home}>The year to date</a>
          </li>
          <li>
            <a href={links.incidents()}>All incidents</a>, with a search and filters
          </li>
          <li>
            <a href={links.targets()}>All targets</a>, by any of their names
          </li>
          <li>
            <a href={links.actors()}>All actors</a>
          </li>
          <li>
            <a href={links.methodology}>Methodology</a>
          </li>
        </ul>
      </main>
    </>
  );
}
