import { dumpPath } from "@/lib/site/dumps/manifest";
import { printedUrl } from "@/lib/site/urls/public-url";

/** How a dump is read in a program: from its address, or from a file that was saved. */
export interface Recipe {
  program: string;
  code: string;
}

/** Losses by category in every program that people ask about, the same number in each. */
export function recipes(version: number): Recipe[] {
  const url = (file: string) => printedUrl(dumpPath(version, file));
  return [
    {
      program: "R",
      code: `incidents <- read.csv("${url("incidents.csv")}")
counted <- subset(incidents, status %in% c("active", "withheld"))
aggregate(loss_usd ~ category, counted, sum)`,
    },
    {
      program: "Python with pandas",
      code: `import pandas
incidents = pandas.read_csv("${url("incidents.csv")}")
counted = incidents[incidents.status.isin(["active", "withheld"])]
print(counted.groupby("category").loss_usd.sum())`,
    },
    {
      program: "DuckDB",
      code: `SELECT category, sum(loss_usd) FROM '${url("parquet/incident.parquet")}'
WHERE status IN ('active', 'withheld') GROUP BY category;`,
    },
    {
      program: "sqlite3, Datasette",
      code: `curl -O ${url("lossline.sqlite")}
sqlite3 lossline.sqlite "SELECT category, sum(loss_usd) FROM incident
  WHERE status IN ('active', 'withheld') GROUP BY category"`,
    },
  ];
}

/** How somebody proves that a dump is what was published. */
export function proof(version: number, isSigned: boolean): string {
  const url = (file: string) => printedUrl(dumpPath(version, file));
  const lines = [
    `curl -O ${url("SHA256SUMS")} -O ${url("incidents.csv")}`,
    "sha256sum --check --ignore-missing SHA256SUMS",
  ];
  if (isSigned)
    lines.push(
      `curl -O ${url("SHA256SUMS.sig")}`,
      "openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig",
    );
  return lines.join("\n");
}
