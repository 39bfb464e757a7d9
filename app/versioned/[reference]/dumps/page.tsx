import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import { DumpFiles } from "@/components/dumps/dump-files";
import { CodeSample } from "@/components/ui/code-sample";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PageSection } from "@/components/ui/page-section";
import { fileMeanings } from "@/lib/site/dumps/file-meanings";
import { dumpPath } from "@/lib/site/dumps/manifest";
import { offeredThrough } from "@/lib/site/dumps/offered-list";
import { proof, recipes } from "@/lib/site/dumps/recipes";

export const dynamic = "force-dynamic";

const TITLE = "Download the record";
const DESCRIPTION =
  "All of the record at a version as CSV, JSON Lines, Parquet and SQLite, with what each column means and the digests that prove it.";

export const metadata: Metadata = { title: TITLE, description: DESCRIPTION };

export default async function Dumps({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { version, links, permanent, newest } = await openVersion(reference);
  const [latest, ...older] = await offeredThrough(version);
  return (
    <PageFrame
      links={links}
      version={version}
      section={null}
      permanent={permanent.dumps}
      newest={newest.dumps}
    >
      <PagePreview
        title={TITLE}
        description={DESCRIPTION}
        address={links.dumps}
        permanent={permanent.dumps}
        version={version}
      />
      <h1 className="font-semibold text-3xl tracking-tight sm:text-4xl">{TITLE}</h1>
      <p className="mt-3 mb-8 max-w-prose text-lg">
        {DESCRIPTION} A part of it is sooner had from the{" "}
        <a href={links.api}>open data interface</a>, and what changed since a version too.
      </p>
      {latest === undefined ? (
        <p className="max-w-prose">
          No dump is offered of version {version.number} or one before it. All of it is at{" "}
          <a href={`/api/v1/changes?from=0&to=${version.number}`}>
            /api/v1/changes?from=0&amp;to={version.number}
          </a>{" "}
          too, as JSON Lines.
        </p>
      ) : (
        <>
          <PageSection
            id="files"
            title={`Version ${latest.manifest.version}`}
            note={`Before it was offered, its rows, its digest and its sums were held against the record: ${latest.manifest.gates.map(({ found }) => found).join("; ")}.`}
          >
            <DumpFiles dump={latest} meanings={fileMeanings()} />
          </PageSection>
          <PageSection
            id="read"
            title="Read it"
            note="Incidents count where their status is active or withheld, and nothing that can have happened after the day through which the record is covered does. Empty and null mean not known, never zero."
          >
            {recipes(latest.manifest.version).map(({ program, code }) => (
              <div key={program} className="mt-4 first:mt-0">
                <h3 className="font-semibold">{program}</h3>
                <CodeSample>{code}</CodeSample>
              </div>
            ))}
          </PageSection>
          <PageSection
            id="prove"
            title="Prove it"
            note={
              latest.publicKey === null
                ? "The digests are in SHA256SUMS. This server has set no key to sign them with."
                : "The digests are in SHA256SUMS, which is signed with Ed25519. Keep the public key from the day on which you first trust it: a key that comes with a file proves nothing about that file."
            }
          >
            <CodeSample>{proof(latest.manifest.version, latest.publicKey !== null)}</CodeSample>
            {latest.publicKey !== null && <CodeSample>{latest.publicKey.trim()}</CodeSample>}
          </PageSection>
          {older.length > 0 && (
            <PageSection id="older" title="Older versions">
              <ul className="grid gap-1">
                {older.map(({ manifest: { version: number } }) => (
                  <li key={number}>
                    Version {number}: <a href={dumpPath(number, "incidents.csv")}>incidents.csv</a>,{" "}
                    <a href={dumpPath(number, "lossline.sqlite")}>lossline.sqlite</a>,{" "}
                    <a href={`/v/${number}/dumps`}>all files</a>
                  </li>
                ))}
              </ul>
            </PageSection>
          )}
        </>
      )}
    </PageFrame>
  );
}
