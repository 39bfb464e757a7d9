import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import { CitedChart } from "@/components/search/cited-chart";
import { CitedList } from "@/components/search/cited-list";
import { KindFilter } from "@/components/search/kind-filter";
import { NothingFound } from "@/components/search/nothing-found";
import { ResultList } from "@/components/search/result-list";
import { SearchForm } from "@/components/search/search-form";
import { SearchSummary } from "@/components/search/search-summary";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { decodeList } from "@/lib/site/citations/list-short-id";
import { decodeCitation } from "@/lib/site/citations/short-id";
import { routes } from "@/lib/site/urls/routes";
import { askedText } from "@/lib/statistics/search/asked-text";
import { searchRecord } from "@/lib/statistics/search/search-queries";

export const dynamic = "force-dynamic";

interface Props {
  params: Promise<{ reference: string; query: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reference, ...segments } = await params;
  const { version } = await openVersion(reference);
  const { q } = routes.search.viewIn(segments, version.number);
  return {
    title: q === "" ? "Search" : `Search: ${q}`,
    description: "Search the record of crypto-asset thefts by any name, address or link.",
    robots: { index: false, follow: true },
  };
}

export default async function Search({ params }: Props) {
  const { reference, ...segments } = await params;
  const { db, version, links, permanent, newest } = await openVersion(reference);
  const view = routes.search.viewIn(segments, version.number);
  const answer = await searchRecord(db, version.number, view);
  const asked = askedText(view.q);
  const isId = /^[0-9a-z-]+$/i.test(view.q);
  const cited = isId ? decodeCitation(view.q) : null;
  const list = isId ? decodeList(view.q) : null;
  return (
    <PageFrame
      links={links}
      version={version}
      section="search"
      permanent={permanent.search(view.q, view.kind)}
      newest={newest.search(view.q, view.kind)}
    >
      <PagePreview
        title={view.q === "" ? "Search" : `Search: ${view.q}`}
        description="Search the record of crypto-asset thefts by any name, address or link."
        address={links.search(view.q, view.kind)}
        permanent={permanent.search(view.q, view.kind)}
        version={version}
      />
      <h1 className="font-semibold text-4xl tracking-tight sm:text-5xl">Search</h1>
      <SearchForm view={view} links={links} />
      {view.q !== "" && (
        <>
          {cited !== null && <CitedChart id={view.q} cited={cited} />}
          {list !== null && <CitedList id={view.q} cited={list} />}
          <KindFilter view={view} counts={answer.counts} links={links} />
          <SearchSummary view={view} answer={answer} links={links} />
          {answer.results.length === 0 ? (
            <NothingFound view={view} links={links} />
          ) : (
            <ResultList results={answer.results} asked={asked} links={links} />
          )}
        </>
      )}
    </PageFrame>
  );
}
