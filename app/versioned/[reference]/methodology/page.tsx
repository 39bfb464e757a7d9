import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import {
  ActorRules,
  AddressRules,
  LossRules,
  PeriodRules,
  VersionRules,
} from "@/components/methodology/counting-rules";
import { KnownAddressList } from "@/components/methodology/known-address-list";
import { ParameterTable } from "@/components/methodology/parameter-table";
import { Prose } from "@/components/methodology/prose";
import { RecordFacts } from "@/components/methodology/record-facts";
import { TermTable } from "@/components/methodology/term-table";
import { PageFrame } from "@/components/ui/page-frame";
import { PageSection } from "@/components/ui/page-section";
import { techniquesAt } from "@/lib/record/incidents/technique-and-chain-queries";
import { recordCounts, type Taxonomy, termCounts } from "@/lib/record/versions/count-queries";
import { knownAddressesAt } from "@/lib/record/wallets/known-address-queries";
import { DEFAULT_CONFIDENCE } from "@/lib/statistics/rules/views";
import { recordSpan, totalUnder } from "@/lib/statistics/totals/total-queries";
import {
  CATEGORIES,
  CHAIN_DEFINITION,
  CONFIDENCES,
  categorySchema,
  TARGET_KINDS,
  targetKindSchema,
  techniqueSchema,
} from "@/lib/values/taxonomy/taxonomy";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Methodology",
  description: "How Lossline counts: losses, periods, attributions, actors, addresses, versions.",
};

const CONTENTS = [
  ["record", "What the record holds"],
  ["losses", "Losses"],
  ["periods", "Days and periods"],
  ["attributions", "Attributions"],
  ["actors", "Actors"],
  ["addresses", "Addresses that link incidents"],
  ["categories", "Categories"],
  ["techniques", "Techniques"],
  ["targets", "Targets and chains"],
  ["parameters", "Rules in URLs"],
  ["versions", "Versions and what is promised"],
] as const;

export default async function Methodology({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { db, version, links, permanent, newest } = await openVersion(reference);
  const [counts, terms, techniques, known, span, total] = await Promise.all([
    recordCounts(db, version.number),
    termCounts(db, version.number),
    techniquesAt(db, version.number),
    knownAddressesAt(db, version.number),
    recordSpan(db, version.number),
    totalUnder(db, version.number, {}),
  ]);
  const countsOf = (taxonomy: Taxonomy) =>
    new Map(
      terms
        .filter((term) => term.taxonomy === taxonomy)
        .map((term) => [term.value, term.incidents]),
    );
  return (
    <PageFrame
      links={links}
      version={version}
      section="methodology"
      permanent={permanent.methodology}
      newest={newest.methodology}
    >
      <h1 className="font-semibold text-4xl tracking-tight sm:text-5xl">Methodology</h1>
      <p className="mt-3 max-w-prose text-lg">
        A total is a named rule, never just a number. These are the rules by which Lossline counts,
        written from the same definitions as the program uses.
      </p>
      <div className="mt-8 grid grid-cols-1 gap-x-14 lg:grid-cols-[14rem_minmax(0,48rem)]">
        <nav aria-label="Contents" className="lg:sticky lg:top-6 lg:self-start">
          <ol className="border-rule-strong border-t max-lg:columns-2 max-lg:pt-2">
            {CONTENTS.map(([id, title]) => (
              <li key={id} className="py-0.5 lg:border-rule lg:border-b lg:py-1.5">
                <a href={`#${id}`} className="inline-block py-0.5">
                  {title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="mt-8 lg:mt-0">
          <PageSection id="record" title="What the record holds">
            <RecordFacts counts={counts} span={span} version={version.number} links={links} />
          </PageSection>
          <PageSection id="losses" title="Losses">
            <LossRules unknown={total.unknownSize} links={links} />
          </PageSection>
          <PageSection id="periods" title="Days and periods">
            <PeriodRules imprecise={counts.imprecise} links={links} />
          </PageSection>
          <PageSection id="attributions" title="Attributions">
            <Prose>
              <p>
                An attribution is always somebody’s statement: who made it, when, where, and how
                sure it is. Pages say “attributed to … by …”, “charged” or “convicted”, never that
                someone did it. A rule names the least confidence that an attribution needs to
                count; where it names none, “{DEFAULT_CONFIDENCE}” is enough.
              </p>
              <dl>
                {CONFIDENCES.map(({ value, label, definition }) => (
                  <div key={value} className="mt-1">
                    <dt className="inline">{label}</dt>
                    <dd className="inline">: {definition}</dd>
                  </div>
                ))}
              </dl>
            </Prose>
          </PageSection>
          <PageSection id="actors" title="Actors">
            <ActorRules />
          </PageSection>
          <PageSection id="addresses" title="Addresses that link incidents">
            <AddressRules />
            {known.length > 0 && (
              <>
                <h3 className="mt-6 font-semibold text-lg">Known addresses of this version</h3>
                <KnownAddressList known={known} />
              </>
            )}
          </PageSection>
          <PageSection
            id="categories"
            title="Categories"
            note="How the funds left. Every incident has one, and each is one colour on every chart."
          >
            <TermTable
              caption="Categories"
              terms={CATEGORIES}
              counts={countsOf("category")}
              hrefOf={(value) => links.incidents({ category: categorySchema.parse(value) })}
            />
          </PageSection>
          <PageSection
            id="techniques"
            title="Techniques"
            note="By which flaw or trick. Every incident has one; the list is open."
          >
            <TermTable
              caption="Techniques"
              terms={techniques}
              counts={countsOf("technique")}
              hrefOf={(value) => links.incidents({ technique: techniqueSchema.parse(value) })}
            />
          </PageSection>
          <PageSection
            id="targets"
            title="Targets and chains"
            note="What kind of thing was robbed. Every incident has one."
          >
            <TermTable
              caption="Kinds of target"
              terms={TARGET_KINDS}
              counts={countsOf("target")}
              hrefOf={(value) => links.incidents({ target: targetKindSchema.parse(value) })}
            />
            <p className="mt-4 max-w-prose">
              An incident names every chain on which something was taken; the list is open. A chain
              is {CHAIN_DEFINITION}
            </p>
          </PageSection>
          <PageSection
            id="parameters"
            title="Rules in URLs"
            note="The rule of a view is in its URL. A parameter that a page does not know, or a value that cannot be, is answered with what would be right, never with another view."
          >
            <ParameterTable />
          </PageSection>
          <PageSection id="versions" title="Versions and what is promised">
            <VersionRules number={version.number} links={links} />
          </PageSection>
        </div>
      </div>
    </PageFrame>
  );
}
