import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import { CodeSample } from "@/components/ui/code-sample";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PageSection } from "@/components/ui/page-section";
import { VerifyForm } from "@/components/verify/verify-form";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

const TITLE = "Verify the record";
const DESCRIPTION =
  "Check in your own browser what the record said, and that nobody has rewritten it since.";

export const metadata: Metadata = { title: TITLE, description: DESCRIPTION };

export default async function Verify({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { version, links, permanent, newest } = await openVersion(reference);
  return (
    <PageFrame
      links={links}
      version={version}
      section={null}
      permanent={permanent.verify}
      newest={newest.verify}
    >
      <PagePreview
        title={TITLE}
        description={DESCRIPTION}
        address={links.verify}
        permanent={permanent.verify}
        version={version}
      />
      <h1 className="font-semibold text-3xl tracking-tight sm:text-4xl">{TITLE}</h1>
      <p className="mt-3 max-w-prose text-lg">{DESCRIPTION}</p>
      <div className="max-w-[56rem]">
        <VerifyForm />
        <PageSection id="proves" title="What this proves, and what not">
          <ul className="grid max-w-prose list-disc gap-2 pl-5">
            <li>
              It proves <strong>what the record said</strong>: which revision was published in which
              version, to the last sign. It never proves that this is so; for that, each record
              names its sources.
            </li>
            <li>
              It proves that nothing was removed from the log, changed or moved since the checkpoint
              that you hold. This browser keeps the last one that it saw, and asks each time whether
              the log goes on from it.
            </li>
            <li>
              It does not prove that everybody is shown the same log. Nobody else signs the
              checkpoints, so a server could keep two histories and show each reader one. Two
              readers who compare checkpoints would find that out, and so does whoever has kept a
              feed’s entry: it names the root.
            </li>
            <li>
              Where an order takes a text out of the record, its digest stays and the salt is
              deleted. That the revision was published then and is in its place can still be proved;
              what it said cannot, and cannot be guessed from the digest.
            </li>
            <li>
              Versions that were published before the log was begun are in it as they were when it
              was. What is known of how other publishers count is in it from the first publication
              on that a release made which logs it; what had been published of that before stands
              there as that version had it.
            </li>
          </ul>
        </PageSection>
        <PageSection id="by-hand" title="By hand">
          <div className="grid max-w-prose gap-2">
            <p>
              The log is made of static files as{" "}
              <a href="https://c2sp.org/tlog-tiles">c2sp.org/tlog-tiles</a> has them, below{" "}
              <code>/log/</code>: other people’s programs for such logs read them. An entry is a
              line of canonical JSON (RFC 8785) with a digest: SHA-256 of the salt’s 16 bytes and of
              the revision as canonical JSON, without what is null or an empty list.
            </p>
            <CodeSample>{`curl -s …/log/revisions/incident/1/1.json > revision.json
(jq -r .salt revision.json | xxd -r -p
 jq -cSj '.record | walk(if type == "object"
   then with_entries(select(.value != null and .value != [])) else . end)' revision.json) | sha256sum
tile=$(printf %03d $(jq '.leaf_index / 256 | floor' revision.json))
curl -s …/log/tile/entries/$tile | strings | grep '"id":1,"kind":"incident","revision":1,'`}</CodeSample>
            <p>
              <a href="/log/checkpoint">/log/checkpoint</a> is the newest checkpoint, and{" "}
              <a href={`/log/checkpoints/${version.number}`}>/log/checkpoints/{version.number}</a>{" "}
              that of this version: its second line is how many leaves there are. A tile has 256 of
              them; the last, which has fewer, has <code>.p/</code> and their number at its end.{" "}
              <code>/log/key</code> is the key that signs them, where there is one: compare it with
              what you know of it from elsewhere.
            </p>
          </div>
        </PageSection>
      </div>
    </PageFrame>
  );
}
