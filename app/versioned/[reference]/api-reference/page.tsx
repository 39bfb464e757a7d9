import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import { OperationSection } from "@/components/open-data/operation-section";
import { TermTable } from "@/components/open-data/term-table";
import { CodeSample } from "@/components/ui/code-sample";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PageSection } from "@/components/ui/page-section";
import { TOOLS } from "@/lib/site/assistants/tools-queries";
import { grammarOf, MOST_ON_PAGE, USUALLY_ON_PAGE } from "@/lib/site/open-data/asked";
import { API_ROOT, OPERATIONS, type OperationName } from "@/lib/site/open-data/operations";
import { publicBase, publicUrl } from "@/lib/site/urls/public-url";
import { PARAMETERS, type ParameterName } from "@/lib/statistics/rules/parameters";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

const TITLE = "Open data interface";
const DESCRIPTION =
  "All of the record for programs: read-only, without a key, at its newest version or any other.";

export const metadata: Metadata = { title: TITLE, description: DESCRIPTION };

const NAMES = Object.keys(OPERATIONS) as OperationName[];

const described = (names: readonly ParameterName[]) =>
  names.map((name) => ({ name, description: PARAMETERS[name].allowed }));

export default async function ApiReference({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { version, links, permanent, newest } = await openVersion(reference);
  return (
    <PageFrame
      links={links}
      version={version}
      section={null}
      permanent={permanent.api}
      newest={newest.api}
    >
      <PagePreview
        title={TITLE}
        description={DESCRIPTION}
        address={links.api}
        permanent={permanent.api}
        version={version}
      />
      <h1 className="font-semibold text-3xl tracking-tight sm:text-4xl">{TITLE}</h1>
      <p className="mt-3 max-w-prose text-lg">
        {DESCRIPTION} It is described in OpenAPI 3.1 at{" "}
        <a href={`${API_ROOT}/openapi.json`}>{API_ROOT}/openapi.json</a>.
      </p>
      <nav aria-label="Paths" className="mt-5 mb-8">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {NAMES.map((name) => (
            <li key={name}>
              <a href={`#${name}`}>
                <code>{OPERATIONS[name].path}</code>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="max-w-[56rem]">
        <PageSection id="asking" title="Asking">
          <ul className="grid max-w-prose list-disc gap-2 pl-5">
            <li>
              With <code>version={version.number}</code> an answer is the same for ever, but for a
              text that an order takes out. Without it, it is that of the newest version. Every
              answer as JSON says which version it is of, by which rule and how to cite it; of all
              others the header <code>Content-Location</code> names the version.
            </li>
            <li>
              A page has {USUALLY_ON_PAGE} rows, or as many as <code>limit</code> says, up to{" "}
              {MOST_ON_PAGE.toLocaleString("en-GB")}. <code>total</code> says how many there are and{" "}
              <code>next</code> where they go on: in the version in which they began, whatever is
              published meanwhile.
            </li>
            <li>
              What is there as CSV has the ending <code>.csv</code>, or the header{" "}
              <code>Accept: text/csv</code>, and is all of it at once. Lists stand in one cell:
              items after a semicolon, their parts between bars.
            </li>
            <li>
              <code>null</code>, and an empty cell, is what is not known. It is not zero.
            </li>
            <li>
              Amounts are numbers, exact to the cent up to 90 trillion dollars. Quantities of coins
              are texts, because no such number holds their places.
            </li>
            <li>
              An <code>id</code> lasts and is never given to another; a <code>slug</code> may
              change, and the old one still finds the record. What was retracted or merged stays
              where it is, and its <code>status</code> says so.
            </li>
            <li>
              Fields and columns are only added, at the end, while this is version 1 of the
              interface.
            </li>
            <li>
              What cannot be read is refused by a problem (RFC 9457) that names the parameter and
              says what is allowed. Nothing is guessed, and nothing passed over.
            </li>
            <li>
              Nobody has a quota. The server makes at most 64 answers at a time, for all together,
              as the header <code>RateLimit-Policy</code> says; who comes while so many are under
              way is told by <code>503</code> and <code>Retry-After</code> when to come back.
            </li>
          </ul>
        </PageSection>
        <PageSection id="assistants" title="Assistants">
          <p className="max-w-prose">
            Assistants that know the Model Context Protocol ask the record at <code>/mcp</code>{" "}
            (streamable HTTP, without a key or a session). Eight tools only read:{" "}
            <code>{Object.keys(TOOLS).join(", ")}</code>. The first line of each answer can be
            quoted: it names the figure, the rule, the version, how far the record is covered, and
            the permanent address.
          </p>
        </PageSection>
        <PageSection id="following" title="Following the record">
          <div className="grid max-w-prose gap-2">
            <p>
              Begin with <code>{API_ROOT}/changes?from=0</code>, and put each line’s{" "}
              <code>record</code> under its <code>kind</code> and <code>id</code>. From then on ask
              for <code>from=</code> the version that you have, and put what comes in the place of
              what you have: then you hold that version, to the byte.
            </p>
            <p>
              That can be proved. A version’s <code>sha256</code> is made over its records as
              canonical JSON (RFC 8785), by kind and id, each with a line feed behind it:
            </p>
            <CodeSample>{`curl -s '…${API_ROOT}/changes?from=0&to=${version.number}' | jq -cS .record | sha256sum
curl -s '…${API_ROOT}/versions?version=${version.number}&limit=1' | jq -r '.data[0].sha256'`}</CodeSample>
          </div>
        </PageSection>
        <PageSection id="feeds" title="Feeds and webhooks">
          <div className="grid max-w-prose grid-cols-1 gap-2 [overflow-wrap:anywhere]">
            <p>
              Any list of incidents is followed by an Atom feed with the list’s own parameters, such
              as{" "}
              <a href={newest.incidentsFeed({ category: "phishing" })}>
                {newest.incidentsFeed({ category: "phishing" })}
              </a>
              ; an incident, target or actor at <code>/feeds/actors/{"{slug}"}.atom</code> and the
              like, an address at <code>/feeds/addresses/{"{chain}/{address}"}.atom</code>, also
              before anything names it, and <a href="/feeds/versions.atom">every publication</a>. An
              entry says what was added, corrected, retracted, merged or restored, and its id never
              changes.
            </p>
            <p>
              Every feed names the hub of this server: any client of WebSub (W3C) has what changes
              sent to its callback, signed by a secret of its own. The callback is asked first
              whether it wants that.
            </p>
            <CodeSample>{`curl ${publicUrl("/hub", publicBase() ?? "…")} \\
  --data-urlencode hub.mode=subscribe \\
  --data-urlencode hub.topic=${publicUrl("/feeds/versions.atom", publicBase() ?? "…")} \\
  --data-urlencode hub.callback=https://example.org/callback \\
  --data-urlencode hub.secret=a-secret-of-yours`}</CodeSample>
            <p>
              A lease lasts ten days, or up to thirty as <code>hub.lease_seconds</code> says. What
              is not taken is sent again for about 21 hours. Callbacks are at public addresses and
              the usual ports.
            </p>
          </div>
        </PageSection>
        {NAMES.map((name) => (
          <OperationSection key={name} name={name} />
        ))}
        <PageSection id="filters" title="Filters">
          <p className="max-w-prose">
            Those of the <a href={links.incidents()}>list of incidents</a>, with the same meaning.
            Several values stand with commas between them, and what is left out behind a minus.
          </p>
          <TermTable
            caption="Filters"
            head="Parameter"
            rows={described(grammarOf(["rule", "sort"]))}
          />
        </PageSection>
        <PageSection id="measures" title="What is added up">
          <TermTable
            caption="What is added up, and how it is split"
            head="Parameter"
            rows={described(grammarOf(["measure"]))}
          />
        </PageSection>
        <PageSection id="elsewhere" title="In other forms">
          <p className="max-w-prose">
            <a href={`${links.methodology}#exchange`}>STIX, a MISP feed and FollowTheMoney</a> have
            the record as programs read it that watch wallets and check names.{" "}
            <a href={links.lookup}>Lists of addresses</a> are looked up on a page too, and names in
            tables matched in other spellings at <code>{publicUrl(links.matching)}</code>.
          </p>
        </PageSection>
      </div>
    </PageFrame>
  );
}
