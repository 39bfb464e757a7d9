import { TermTable } from "@/components/methodology/term-table";
import { PageSection } from "@/components/ui/page-section";
import type { Links } from "@/lib/site/urls/links";
import {
  CATEGORIES,
  CHAIN_DEFINITION,
  categorySchema,
  TARGET_KINDS,
  type Term,
  targetKindSchema,
  techniqueSchema,
} from "@/lib/values/taxonomy/taxonomy";

interface TaxonomySectionsProps {
  /** The version's: the list is open. */
  techniques: readonly Term[];
  /** Incidents of the version by value. */
  countsOf: (taxonomy: "category" | "technique" | "target") => ReadonlyMap<string, number>;
  links: Links;
}

/** What each category, technique and kind of target means, and how many incidents have it. */
export function TaxonomySections({ techniques, countsOf, links }: TaxonomySectionsProps) {
  return (
    <>
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
        note="By which flaw or trick. Every incident has one; the list is open. One that editors added is described as was last written in an incident that has it."
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
          Whoever was robbed has <a href={links.targets()}>a page</a> under one name, with the
          others that it bears or gave up and all that befell it; who was robbed as a private person
          has none. An incident says what its sources call the target. Who carries on under another
          name is a target of its own, on whose page its predecessor’s incidents are listed apart.
          One that turned out to be the same as another counts as that one from then on.
        </p>
        <p className="mt-4 max-w-prose">
          An incident names every chain on which something was taken; the list is open. A chain is{" "}
          {CHAIN_DEFINITION}
        </p>
      </PageSection>
    </>
  );
}
