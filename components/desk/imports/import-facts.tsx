import { Fact, FactList } from "@/components/ui/fact-list";
import { type ImportReport, leftOutOf } from "@/lib/desk/imports/import";

const LIST_LABELS = {
  targets: "Targets",
  actors: "Actors",
  figures: "Published figures",
  knownAddresses: "Services",
  coverage: "Statements of coverage",
};

/** What a check has counted. */
export function ImportFacts({ report }: { report: ImportReport }) {
  const { counts, revised, problemCount, duplicates, choice, apart } = report;
  return (
    <FactList>
      <Fact label="Incidents">{counts.incidents.toLocaleString("en-GB")}</Fact>
      {(["targets", "actors", "figures", "knownAddresses", "coverage"] as const).map(
        (list) =>
          counts[list] > 0 && (
            <Fact key={list} label={LIST_LABELS[list]}>
              {counts[list].toLocaleString("en-GB")}
            </Fact>
          ),
      )}
      <Fact label="In the record already">{revised.toLocaleString("en-GB")}</Fact>
      <Fact label="Problems">{problemCount.toLocaleString("en-GB")}</Fact>
      <Fact label="May be duplicates">{duplicates.length.toLocaleString("en-GB")}</Fact>
      {choice !== null && (
        <Fact label="Left out">{leftOutOf(report).length.toLocaleString("en-GB")}</Fact>
      )}
      {apart !== null && (
        <Fact label="Went on by themselves">{apart.rows.length.toLocaleString("en-GB")}</Fact>
      )}
    </FactList>
  );
}
