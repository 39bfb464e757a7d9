import type { ReactNode } from "react";
import { AddressList } from "@/components/incidents/address-list";
import { AssetTable } from "@/components/incidents/asset-table";
import { AttributionList } from "@/components/incidents/attribution-list";
import { Provenance } from "@/components/incidents/provenance";
import { type Related, RelatedIncidents } from "@/components/incidents/related-incidents";
import { TransactionList } from "@/components/incidents/transaction-list";
import { LinkedText } from "@/components/ui/linked-text";
import { PageSection } from "@/components/ui/page-section";
import type { NamedActor } from "@/lib/record/actors/legal-status";
import type { Incident } from "@/lib/record/incidents/incident";
import type { KnownAddress } from "@/lib/record/wallets/known-address";
import type { Links } from "@/lib/site/urls/links";

interface IncidentSectionsProps {
  incident: Incident & { actors: Record<string, NamedActor> };
  /** Neither retracted nor merged. */
  active: boolean;
  /** All incidents that are linked with it, drawn; false where there are none, or too many. */
  group: ReactNode;
  related: readonly Related[];
  /** Its addresses that are evidence of nothing, by address key. */
  known: ReadonlyMap<string, KnownAddress>;
  /** The other incidents that hold an address, by address key. */
  alsoIn: ReadonlyMap<string, { slug: string; name: string }[]>;
  links: Links;
}

/** What is said of an incident: what happened, by whose hand, what was taken, where it went. */
export function IncidentSections({
  incident,
  active,
  group,
  related,
  known,
  alsoIn,
  links,
}: IncidentSectionsProps) {
  return (
    <>
      <section aria-labelledby="happened">
        <h2 id="happened" className="sr-only">
          What happened
        </h2>
        <p className="max-w-prose whitespace-pre-line font-serif text-xl leading-relaxed">
          <LinkedText text={incident.summary} />
        </p>
      </section>
      <Provenance incident={incident} />
      <PageSection id="attributions" title="Who is said to have done it">
        {incident.attributions.length === 0 ? (
          <p>No attribution of it is on record.</p>
        ) : (
          <AttributionList
            attributions={incident.attributions}
            actors={incident.actors}
            links={links}
          />
        )}
      </PageSection>
      {group !== false && (
        <PageSection
          id="links"
          title="Thefts linked by shared addresses"
          note="A line joins thefts for which sources name the same addresses; the number on it says how many. Known addresses, such as those of mixers and exchanges, link nothing."
        >
          {group}
        </PageSection>
      )}
      {related.length > 0 && (
        <PageSection
          id="related"
          title="Other incidents that share an address with it"
          note="An address in two thefts links them; who held it is for the attributions to say."
        >
          <RelatedIncidents related={related} links={links} />
        </PageSection>
      )}
      {incident.assets.length > 0 && (
        <PageSection id="assets" title="What was taken">
          <AssetTable assets={incident.assets} />
        </PageSection>
      )}
      {incident.transactions.length > 0 && (
        <PageSection
          id="transactions"
          title="Transactions"
          note="Those that a source names by their hash; there may be others."
        >
          <TransactionList transactions={incident.transactions} links={links} />
        </PageSection>
      )}
      <PageSection id="addresses" title="Addresses">
        {incident.addresses.length === 0 ? (
          <p>No address of it is on record.</p>
        ) : (
          <>
            {active && related.length === 0 && (
              <p className="mb-4 text-muted">
                None of them links it to another incident of the record.
              </p>
            )}
            <AddressList
              addresses={incident.addresses}
              known={known}
              alsoIn={alsoIn}
              links={links}
            />
          </>
        )}
      </PageSection>
    </>
  );
}
