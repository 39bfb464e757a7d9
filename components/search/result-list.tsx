import type { ReactNode } from "react";
import { PublishedAmount } from "@/components/figures/published-amount";
import { IncidentLoss, Loss } from "@/components/incidents/loss";
import { Marked } from "@/components/search/marked";
import { WalletIncidents } from "@/components/search/wallet-incidents";
import { legalStatusText } from "@/lib/record/actors/legal-status";
import type { Links } from "@/lib/site/urls/links";
import type { AskedText } from "@/lib/statistics/search/asked-text";
import { MOST_COUNTED, type SearchResult } from "@/lib/statistics/search/search-result";
import { type Day, dateText } from "@/lib/values/dates/day";
import { searchKindLabel } from "@/lib/values/search/search-kind";
import { chainLabel, techniqueLabel, termLabel } from "@/lib/values/taxonomy/taxonomy";
import { firstSentence } from "@/lib/values/text/sentences";

interface ResultListProps {
  results: readonly SearchResult[];
  asked: AskedText;
  links: Links;
}

/** Results, best first: what each is, how much it is about, and why it is one. */
export function ResultList({ results, asked, links }: ResultListProps) {
  return (
    <section aria-label="Results">
      <ol className="mt-2">
        {results.map((result) => (
          <li
            key={keyOf(result)}
            className="grid gap-x-6 border-rule border-b py-3 sm:grid-cols-[8rem_minmax(0,1fr)_auto]"
          >
            <p className="text-muted text-sm sm:leading-7">{searchKindLabel(result.kind)}</p>
            <div className="min-w-0">
              <p className="font-semibold text-lg [overflow-wrap:anywhere]">
                <Title result={result} asked={asked} links={links} />
              </p>
              <p className="max-w-prose text-base">{about(result, links)}</p>
              <Why result={result} asked={asked} />
            </div>
            <p className="whitespace-nowrap sm:text-right sm:leading-7">{amount(result)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function keyOf(result: SearchResult): string {
  switch (result.kind) {
    case "address":
    case "transaction":
      return `${result.kind} ${result.key}`;
    case "figure":
      return `figure ${result.figure.figureId}`;
    case "technique":
      return `technique ${result.technique}`;
    case "publisher":
      return `publisher ${result.publisher}`;
    default:
      return `${result.kind} ${result.slug}`;
  }
}

function Title({ result, asked, links }: { result: SearchResult; asked: AskedText; links: Links }) {
  const { text, href } = titleOf(result, links);
  const isWallet = result.kind === "address" || result.kind === "transaction";
  const marked = isWallet ? (
    <code className="font-normal text-base">{text}</code>
  ) : (
    <Marked text={text} asked={asked} />
  );
  return href === null ? marked : <a href={href}>{marked}</a>;
}

/** What a result is called, and where it leads. */
function titleOf(result: SearchResult, links: Links): { text: string; href: string | null } {
  switch (result.kind) {
    case "incident":
      return { text: result.name, href: links.incident(result.slug) };
    case "target":
      return { text: result.name, href: links.target(result.slug) };
    case "actor":
      return { text: result.actor.name, href: links.actor(result.slug) };
    case "technique":
      return {
        text: techniqueLabel(result.technique),
        href: links.incidents({ technique: result.technique }),
      };
    case "publisher":
      return {
        text: result.publisher,
        href:
          result.figures > 0
            ? links.figures({ publisher: result.publisher })
            : links.search(result.publisher, "incident"),
      };
    case "figure":
      return { text: result.figure.title, href: links.reconciliation(result.figure) };
    default: {
      const [chain] = result.chains;
      return {
        text: result.text,
        href: chain === undefined ? null : links[result.kind](chain, result.text),
      };
    }
  }
}

function about(result: SearchResult, links: Links): ReactNode {
  switch (result.kind) {
    case "incident":
      return `${dateText(result.occurredOn)} · ${termLabel(result.category)}${result.retracted ? " · retracted" : ""}`;
    case "target":
      return `${termLabel(result.targetKind)} · ${counted(result.incidents, "incident")}`;
    case "actor": {
      const status = legalStatusText(result.actor);
      return `${status === null ? "" : `${status} · `}${firstSentence(result.description)}`;
    }
    case "technique":
      return counted(result.incidents, "incident");
    case "publisher":
      return [
        result.figures > 0 ? counted(result.figures, "published figure") : "",
        result.incidents > MOST_COUNTED
          ? `source of more than ${counted(MOST_COUNTED, "incident")}`
          : result.incidents > 0
            ? `source of ${counted(result.incidents, "incident")}`
            : "",
      ]
        .filter(Boolean)
        .join(" · ");
    case "figure":
      return `${result.figure.publisher} · ${daysText(result.figure.from, result.figure.to)}${result.figure.retraction === null ? "" : " · retracted"}`;
    default:
      return (
        <>
          {[
            result.chains.map(chainLabel).join(", "),
            result.service === null ? "" : `${result.service}, used by many`,
          ]
            .filter(Boolean)
            .join(" · ")}
          <WalletIncidents incidents={result.incidents} links={links} />
        </>
      );
  }
}

function amount(result: SearchResult): ReactNode {
  switch (result.kind) {
    case "incident":
      return <IncidentLoss of={result} />;
    case "target":
      return result.incidents > 0 && result.lossUsd > 0 ? <Loss usd={result.lossUsd} /> : null;
    case "figure":
      return <PublishedAmount figure={result.figure} />;
    default:
      return null;
  }
}

/** What matched, where the title does not show it; and which words did not. */
function Why({ result: { matched, missing }, asked }: { result: SearchResult; asked: AskedText }) {
  return (
    <>
      {matched !== null && (
        <p className="max-w-prose text-muted text-sm [overflow-wrap:anywhere]">
          {matched.what !== null && `${matched.what}: `}
          <Marked text={matched.text} asked={asked} />
        </p>
      )}
      {missing.length > 0 && (
        <p className="text-muted text-sm">
          Without <s>{missing.join(" ")}</s>
        </p>
      )}
    </>
  );
}

function daysText(from: Day, to: Day): string {
  return from === to ? dateText(from) : `${dateText(from)} to ${dateText(to)}`;
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString("en-GB")} ${what}${count === 1 ? "" : "s"}`;
}
