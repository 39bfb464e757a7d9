import { MATCHED_KINDS } from "@/lib/site/matching/matched-kind";

/** As wide and high as a preview is shown. */
export const PREVIEW_SIZE = { width: 420, height: 240 } as const;

/**
 * What the service says of itself, as the W3C Reconciliation Service API 0.2 has it. Ids have the same meaning at every
 * version, so that their space is the record's and not a version's.
 * @param origin where the reader's absolute links begin
 * @param path of the service, under the version that is asked
 * @param version null where the newest is asked, whichever that is
 */
export function manifest(origin: string, path: string, version: number | null) {
  const service_url = `${origin}${path}`;
  const suggested = (what: string) => ({ service_url, service_path: `/suggest/${what}` });
  return {
    versions: ["0.2"],
    name: version === null ? "Lossline" : `Lossline, version ${version}`,
    identifierSpace: `${origin}/reconcile/view?id=`,
    schemaSpace: `${origin}/reconcile/properties`,
    documentation: `${origin}/methodology`,
    logo: `${origin}/icon.svg`,
    defaultTypes: MATCHED_KINDS.map(({ id, name }) => ({ id, name })),
    view: { url: `${service_url}/view?id={{id}}` },
    preview: { url: `${service_url}/preview?id={{id}}`, ...PREVIEW_SIZE },
    suggest: {
      entity: suggested("entity"),
      type: suggested("type"),
      property: suggested("property"),
    },
    extend: { propose_properties: { service_url, service_path: "/properties" } },
  };
}
