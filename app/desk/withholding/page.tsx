import type { Metadata } from "next";
import { requirePerson } from "@/app/desk/signed-in";
import { askFor, confirmIt, leaveIt } from "@/app/desk/withholding/withholding-actions";
import { DeskFrame } from "@/components/desk/desk-frame";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { may, type Person } from "@/lib/desk/access/access";
import { countPlaces } from "@/lib/desk/withholding/place-queries";
import type { ListedWithholding } from "@/lib/desk/withholding/withholding";
import { listWithholdings } from "@/lib/desk/withholding/withholding-queries";
import { dateText, dayOf } from "@/lib/values/dates/day";

export const metadata: Metadata = { title: "Withholding" };

/** Texts that a court or a data-protection office orders out of the record. */
export default async function WithholdingPage() {
  const person = await requirePerson("withholding.decide");
  const all = await listWithholdings(database());
  const waiting = await Promise.all(
    all
      .filter(({ decidedAt }) => decidedAt === null)
      .map(async (request) => ({
        ...request,
        places: await countPlaces(database(), request.texts ?? []),
      })),
  );
  const decided = all.filter(({ decidedAt }) => decidedAt !== null);
  return (
    <DeskFrame person={person} section="withholding">
      <h1 className="mb-2 font-semibold text-3xl">Withholding</h1>
      <p className="mb-6 max-w-prose text-muted">
        Only for an order of a court or of a data-protection office that a text or a name must go.
        It goes out of every version, every draft and every file here, for good. Rows, amounts and
        days stay. What stands in backups, and in caches in front of this program, has to be taken
        out there.
      </p>
      {may(person, "withholding.request") && (
        <PageSection
          id="ask"
          title="Ask for it"
          note="An editor or another admin has to confirm it before anything happens."
        >
          <PlainForm
            id="ask"
            label="Ask for texts to be withheld"
            action={askFor}
            fields={[
              {
                name: "texts",
                label: "Texts, one a line",
                hint: "Exactly what must go, such as a name in each of its spellings, or a whole summary; letters’ case does not count, and a name is also found in URLs",
                type: "area",
                maxLength: 50_000,
              },
              {
                name: "orderedBy",
                label: "By order of",
                hint: "Stands wherever a text stood: Landgericht Hamburg",
                maxLength: 80,
              },
              {
                name: "reason",
                label: "What the order is about",
                hint: "Public, so it says nothing of what is withheld: case number and date",
                type: "area",
                maxLength: 1000,
              },
            ]}
            submit="Ask for it"
            kind="danger"
          />
        </PageSection>
      )}
      <PageSection id="waiting" title="Waiting for a second person">
        {waiting.length === 0 ? (
          <EmptyState>
            <p>Nothing waits.</p>
          </EmptyState>
        ) : (
          waiting.map((request) => (
            <Waiting key={request.id} person={person} request={request} places={request.places} />
          ))
        )}
      </PageSection>
      {decided.length > 0 && (
        <PageSection id="decided" title="Decided">
          <ul className="border-rule border-t">
            {decided.map((request) => (
              <li key={request.id} className="border-rule border-b py-3">
                {request.publishedIn === null
                  ? "Left alone"
                  : `Withheld since version ${request.publishedIn}`}
                , asked for by {request.by}, decided by {request.decidedBy}: by order of{" "}
                {request.orderedBy}. {request.reason}
              </li>
            ))}
          </ul>
        </PageSection>
      )}
    </DeskFrame>
  );
}

function Waiting({
  person,
  request,
  places,
}: {
  person: Person;
  request: ListedWithholding;
  places: number;
}) {
  const hidden = { request: String(request.id) };
  return (
    <article className="border-rule border-t py-4">
      <p>
        {request.by}, {dateText(dayOf(request.at))}: by order of {request.orderedBy}.{" "}
        {request.reason}
      </p>
      <ul className="my-2 list-disc pl-5">
        {(request.texts ?? []).map((text) => (
          <li key={text} className="[overflow-wrap:anywhere]">
            {text}
          </li>
        ))}
      </ul>
      <p className="mb-3 text-muted">
        They stand in {places.toLocaleString("en-GB")} {places === 1 ? "place" : "places"} of the
        record and the desk.
      </p>
      {request.byId === person.id ? (
        <p className="text-muted">You asked for it: somebody else has to confirm it.</p>
      ) : (
        <PlainForm
          id={`confirm-${request.id}`}
          label="Withhold them"
          action={confirmIt}
          hidden={hidden}
          fields={[]}
          submit="Withhold them in every version"
          kind="danger"
        />
      )}
      <div className="mt-3">
        <PlainForm
          id={`leave-${request.id}`}
          label="Leave them as they are"
          action={leaveIt}
          hidden={hidden}
          fields={[]}
          submit="Leave them as they are"
          kind="quiet"
        />
      </div>
    </article>
  );
}
