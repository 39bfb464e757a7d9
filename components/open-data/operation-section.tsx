import { TermTable } from "@/components/open-data/term-table";
import { CodeSample } from "@/components/ui/code-sample";
import { PageSection } from "@/components/ui/page-section";
import { OWN_PARAMETERS, ownOf } from "@/lib/site/open-data/asked";
import { fieldsOf, waysOf } from "@/lib/site/open-data/description";
import { listFiltersOf } from "@/lib/site/open-data/list-filters";
import {
  API_ROOT,
  OPERATIONS,
  type Operation,
  type OperationName,
} from "@/lib/site/open-data/operations";

/** An address of Ethereum's kind in any letters, as who checks one would have it. */
const EXAMPLE_ADDRESS = "0x098B716B8Aaf21512996dC57EB0615e2383E2f96";

const GROUPS = {
  rule: { id: "filters", text: "all filters" },
  sort: { id: "filters", text: "sort" },
  measure: { id: "measures", text: "what is added up and how it is split" },
} as const;

/** What can be asked by one path: its parameters, an example to follow, and the fields of what comes back. */
export function OperationSection({ name }: { name: OperationName }) {
  const operation: Operation = OPERATIONS[name];
  const { path, summary, takes, example, shape, shapeName, sent } = operation;
  const format = operation.formats[0];
  const own = [...ownOf(takes, format), ...(takes.includes("span") ? [] : (["version"] as const))];
  const groups = takes.flatMap((each) =>
    each === "rule" || each === "sort" || each === "measure" ? [GROUPS[each]] : [],
  );
  return (
    <PageSection id={name} title={path}>
      <p className="max-w-prose">{summary}</p>
      <ul className="mt-3 grid gap-1 [overflow-wrap:anywhere]">
        {waysOf(name).map((way) => (
          <li key={way.path}>
            <code>
              {sent === undefined ? "GET" : "POST"} {API_ROOT}
              {way.path}
            </code>
          </li>
        ))}
        {sent === undefined && (
          <li>
            For example{" "}
            <a href={`${API_ROOT}${example}`}>
              <code>
                {API_ROOT}
                {example}
              </code>
            </a>
          </li>
        )}
      </ul>
      {sent !== undefined && (
        <div className="mt-3 max-w-prose">
          <p>It is sent as JSON. For example:</p>
          <CodeSample>{`curl -s '…${API_ROOT}${example}' --json '${JSON.stringify(sent.example)}'`}</CodeSample>
        </div>
      )}
      {name === "address-range" && <DigestExample />}
      {groups.length > 0 && (
        <p className="mt-3">
          It takes{" "}
          {groups.map(({ id, text }, place) => (
            <span key={text}>
              {place > 0 && ", "}
              <a href={`#${id}`}>{text}</a>
            </span>
          ))}
          , and:
        </p>
      )}
      <TermTable
        caption={`Parameters of ${path}`}
        head="Parameter"
        rows={[
          ...Object.entries(listFiltersOf(name)).map(([each, { allowed }]) => ({
            name: each,
            description: allowed,
          })),
          ...own.map((each) => ({ name: each as string, description: OWN_PARAMETERS[each] })),
        ]}
      />
      <details className="mt-3">
        <summary>
          The fields of {shapeName}, in the order of the columns ({Object.keys(shape.shape).length})
        </summary>
        <TermTable caption={`Fields of ${shapeName}`} head="Field" rows={fieldsOf(name)} />
      </details>
    </PageSection>
  );
}

/** How somebody makes the digest of an address without this program. */
function DigestExample() {
  return (
    <div className="mt-3 grid max-w-prose gap-2">
      <p>
        Of what begins with the same six digits, the one that is meant is known by the{" "}
        <code>rest</code> of its digest; the server is never told which that is. For example:
      </p>
      <CodeSample>{`printf %s 'evm:${EXAMPLE_ADDRESS.toLowerCase()}' | sha256sum
printf %s 'bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq' | sha256sum`}</CodeSample>
      <p>
        An address of Ethereum’s kind (Arbitrum, BNB Chain, Polygon and such) has the same digest on
        every chain. Where a chain writes an account in several ways, the digest is of one of them:
        on TON of the raw form (<code>ton:0:</code> and 64 digits), on Bitcoin Cash of the old form,
        on Polkadot of the public key (<code>polkadot:0x</code> and 64 digits), on Sui and Aptos of
        all 64 digits. Each answer has it as <code>key</code>.
      </p>
    </div>
  );
}
