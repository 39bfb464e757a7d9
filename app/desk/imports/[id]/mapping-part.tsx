import { mapTable } from "@/app/desk/imports/import-actions";
import { type ColumnShown, MappedColumns } from "@/components/desk/imports/mapped-columns";
import { MappedValues } from "@/components/desk/imports/mapped-values";
import { MappingForm } from "@/components/desk/imports/mapping-form";
import { type FixedField, FixedFields, TableSource } from "@/components/desk/imports/table-source";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { Notice } from "@/components/desk/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { dateRuleOf } from "@/lib/desk/imports/tables/column-rule";
import { cellsOf } from "@/lib/desk/imports/tables/guess-mapping";
import { knownValues } from "@/lib/desk/imports/tables/known-value-queries";
import type { KnownValues } from "@/lib/desk/imports/tables/known-values";
import { mappedField, PICKED, type PickedField } from "@/lib/desk/imports/tables/mapped-field";
import { mappedTable, sourceNames } from "@/lib/desk/imports/tables/mapped-table-queries";
import { type Mapping, mappingProblems } from "@/lib/desk/imports/tables/mapping";
import { saysNothing } from "@/lib/desk/imports/tables/said-nothing";
import { termsOf } from "@/lib/desk/imports/tables/suggested-term";
import { columnName, type Table } from "@/lib/desk/imports/tables/table";
import { valueQuestions } from "@/lib/desk/imports/tables/value-questions";

/** Of a column, as many of its texts as are shown. */
const SAMPLES = 4;
/** Letters of one of them. */
const LONGEST_SAMPLE = 60;

/** A table of somebody else's columns: what each is, and what their values stand for. */
export async function MappingPart({ id }: { id: number }) {
  const db = database();
  const stored = await mappedTable(db, id);
  if (stored === null) return <EmptyState>There is no table any more.</EmptyState>;
  const { table, mapping } = stored;
  const known = await knownValues(db);
  const names = await sourceNames(db);
  const missing = mappingProblems(mapping, (place) => columnName(table, place));
  const questions = valueQuestions(table, mapping, known);
  const taken = mapping.columns.filter(({ to }) => to !== "").length;
  return (
    <MappingForm id={id} action={mapTable} rows={table.rows.length}>
      {missing.length > 0 && (
        <div id="missing">
          <Notice kind="mind" title="Still needed before the rows can be checked">
            <ul className="list-disc pl-5">
              {missing.map(({ field, message }) => (
                <li key={message}>
                  {field === null ? message : <a href={`#${field}`}>{message}</a>}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <PageSection
        id="columns"
        title="Columns"
        note={`${taken} of ${table.header.length} are taken, the others left aside. An empty cell is unknown, never 0. With a URL name, a row revises what its columns say of that incident, and nothing else.`}
      >
        <MappedColumns columns={shownColumns(table, mapping)} />
      </PageSection>
      <PageSection id="source" title="Where it comes from">
        <TableSource mapping={mapping} names={names} />
      </PageSection>
      <PageSection
        id="every-row"
        title="For every row"
        note="What no column says. In sentences, {target}, {loss}, {when} and {source} stand for what the row says."
      >
        <FixedFields fields={fixedFields(mapping, known)} />
      </PageSection>
      <PageSection
        id="values"
        title="Values"
        note="What the record does not know is said once for all its rows. Rows whose values are not said are held back; the others do not wait for them."
      >
        {questions.length === 0 ? (
          <EmptyState>All values can be read as they stand.</EmptyState>
        ) : (
          <div className="border-rule border-t">
            {questions.map((asked) => (
              <MappedValues
                key={asked.key}
                questions={asked}
                options={isPicked(asked.key) ? optionsOf(asked.key, known) : null}
                proposals={proposalsFor(asked.key, known)}
                rest={mapping.rest[asked.key] ?? ""}
                restOptions={restOptions(asked.key)}
              />
            ))}
          </div>
        )}
      </PageSection>
    </MappingForm>
  );
}

function shownColumns(table: Table, mapping: Mapping): ColumnShown[] {
  return mapping.columns.map(({ to, rule }, place) => {
    const field = mappedField(to);
    const kind = field?.kind === "date" || field?.kind === "amount" ? field.kind : null;
    const cells = cellsOf(table, place);
    const given = [...new Set(cells.filter((text) => !saysNothing(text)))];
    const decided = kind === "date" ? dateRuleOf(cells) : null;
    return {
      place,
      name: columnName(table, place),
      samples: given.slice(0, SAMPLES).map((text) => {
        const plain = text.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, " ");
        return plain.length > LONGEST_SAMPLE ? `${plain.slice(0, LONGEST_SAMPLE - 1)}…` : plain;
      }),
      to,
      kind,
      rule: rule ?? (kind === "date" ? "asWritten" : "dollars"),
      because: decided !== null && decided.rule === rule ? decided.because : null,
    };
  });
}

function isPicked(key: string): key is PickedField {
  return (PICKED as readonly string[]).includes(key);
}

function optionsOf(field: PickedField, known: KnownValues) {
  return termsOf(field, known).map(({ value, label }) => ({ value, label }));
}

const SENTENCES: readonly [field: string, label: string][] = [
  ["name", "Name"],
  ["summary", "Summary"],
];

/** What can hold for every row, of all that no column says. */
function fixedFields(mapping: Mapping, known: KnownValues): FixedField[] {
  const isMapped = (field: string) => mapping.columns.some(({ to }) => to === field);
  const value = (field: string) => mapping.fixed[field] ?? "";
  return [
    ...PICKED.filter((field) => !isMapped(field)).map((field) => ({
      field,
      label: mappedField(field)?.label ?? field,
      value: value(field),
      options: optionsOf(field, known),
    })),
    ...(isMapped("chains")
      ? []
      : [
          {
            field: "chains",
            label: "Chains",
            hint: "Empty where they are not known; several set apart by semicolons",
            value: value("chains"),
            options: null,
          },
        ]),
    ...SENTENCES.map(([field, label]) => ({
      field,
      label: isMapped(field) ? `${label}, where its column is empty` : label,
      value: value(field),
      options: null,
    })),
    ...(isMapped("link") && !isMapped("linkTitle")
      ? [
          {
            field: "linkTitle",
            label: "Title of a linked source",
            value: value("linkTitle"),
            options: null,
          },
        ]
      : []),
  ];
}

/** What is proposed while one writes what a text stands for. */
function proposalsFor(key: string, known: KnownValues): string[] {
  if (key === "chains") return ["unknown", ...known.chains];
  return key === "actor" ? ["unknown", ...new Set(known.actors.values())].sort() : [];
}

/** What can become of texts that nothing is said of. */
function restOptions(key: string) {
  const unknown = { value: "unknown", label: key === "targetKind" ? "is “Other”" : "is unknown" };
  const fresh = { value: "new", label: "is taken as a new name" };
  if (key === "technique" || key === "chains") return [unknown, fresh];
  return key === "category" || key === "targetKind" || key === "actor" ? [unknown] : [];
}
