import { answerMatching } from "@/app/versioned/answer-matching";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { COMPARED } from "@/lib/site/matching/compared";
import { isMatchedKind, kindNamed, MATCHED_KINDS } from "@/lib/site/matching/matched-kind";
import { suggest } from "@/lib/site/matching/matching-queries";
import { routes } from "@/lib/site/urls/routes";

type Context = { params: Promise<{ reference: string; what: string; query: string }> };

const MOST = 20;

/** What a beginning may become: a thing of the record, a kind of thing, or a property by which thefts are told apart. */
export async function GET(_request: Request, { params }: Context) {
  const { reference, ...segments } = await params;
  const { version } = readVersionReference(reference);
  const { what, prefix, type } = routes.matchingSuggest.viewIn(segments, version);
  const begun = prefix.trim().toLowerCase();
  const named = <One extends { id: string; name: string }>(all: readonly One[]) =>
    all.filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(begun));
  return answerMatching(async () => {
    if (what === "type") return { result: named(MATCHED_KINDS) };
    if (what === "property") return { result: named(COMPARED) };
    if (begun === "") return { result: [] };
    const { db } = await openVersion(reference);
    const kinds = type !== null && isMatchedKind(type) ? [type] : [];
    const found = await suggest(db, version, prefix, kinds);
    return {
      result: found.slice(0, MOST).map(({ id, name, description, kind }) => ({
        id,
        name,
        description,
        notable: [kindNamed(kind)],
      })),
    };
  });
}
