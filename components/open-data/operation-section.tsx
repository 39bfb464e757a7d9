import { TermTable } from "@/components/open-data/term-table";
import { PageSection } from "@/components/ui/page-section";
import { OWN_PARAMETERS, ownOf } from "@/lib/site/open-data/asked";
import { fieldsOf, waysOf } from "@/lib/site/open-data/description";
import {
  API_ROOT,
  OPERATIONS,
  type Operation,
  type OperationName,
} from "@/lib/site/open-data/operations";

const GROUPS = {
  rule: { id: "filters", text: "all filters" },
  sort: { id: "filters", text: "sort" },
  measure: { id: "measures", text: "what is added up and how it is split" },
} as const;

/** What can be asked by one path: its parameters, an example to follow, and the fields of what comes back. */
export function OperationSection({ name }: { name: OperationName }) {
  const operation: Operation = OPERATIONS[name];
  const { path, summary, takes, example, shape, shapeName } = operation;
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
              GET {API_ROOT}
              {way.path}
            </code>
          </li>
        ))}
        <li>
          For example{" "}
          <a href={`${API_ROOT}${example}`}>
            <code>
              {API_ROOT}
              {example}
            </code>
          </a>
        </li>
      </ul>
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
        rows={own.map((each) => ({ name: each, description: OWN_PARAMETERS[each] }))}
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
