import { Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { forgetPages } from "@/lib/site/requests/kept-pages";
import { withPlainMarkup } from "./with-plain-markup";

const LONG = "Wallets were drained on more than a dozen chains. ".repeat(6);

const YEARS = Array.from({ length: 20 }, (_, index) => 2010 + index);

/** A component of the browser, as a page's server knows it. */
const Island = Object.assign(
  ({ children }: { children?: ReactNode }) => <button type="button">{children}</button>,
  { $$typeof: Symbol.for("react.client.reference") },
);

function Table({ rows }: { rows: readonly string[] }) {
  return (
    <table className="wide">
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{row}</th>
            <td colSpan={2}>
              {row} &amp; “more” <a href={`/incidents?q=${row}&sort=largest`}>{LONG}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const PAGES: Record<string, ReactNode> = {
  "nothing but text": <p>{LONG}</p>,
  "a table": <Table rows={["a", "b", "c"]} />,
  "an island among tables": (
    <main id="content">
      <Table rows={["a", "b"]} />
      <Island>Copy</Island>
      <Table rows={["c"]} />
    </main>
  ),
  "plain children of an island": (
    <section>
      <Island>
        <Table rows={["a"]} />
        <Table rows={["a"]} />
      </Island>
    </section>
  ),
  "lists, fragments and what draws nothing": (
    <>
      {null}
      {false}
      {[1, 2, 3].map((number) => (
        <Fragment key={number}>
          <h2>{number}</h2>
          <div>{LONG}</div>
          {number === 2 && <Island>{number}</Island>}
        </Fragment>
      ))}
      {0}
    </>
  ),
  "a form with what is chosen in it": (
    <form action="/incidents" method="get">
      <select name="year" defaultValue="2023">
        {YEARS.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
      </select>
      <textarea name="note" defaultValue={LONG} />
      <input type="checkbox" name="all" defaultChecked />
      <Island />
    </form>
  ),
  "a block of data": (
    <div hidden>
      <script type="application/ld+json">{JSON.stringify({ name: `${LONG} & "more"` })}</script>
    </div>
  ),
  "text that looks like a URL's parameters": (
    <p title={`?a=1&amp;b=2 ${LONG}`}>
      href="/?a=1&amp;not=2" <a href="/?q=%26copy=1&copy=2&a&amp;b=3;&lt;=4">{LONG}</a>
    </p>
  ),
  "a drawing": (
    <svg viewBox="0 0 1 1" role="img">
      <title>{LONG}</title>
      <a href="/">
        <rect x="1">
          <title>said of a mark</title>
        </rect>
      </a>
      <g fontSize={3}>
        {[1, 2, 3].map((x) => (
          <rect key={x} x={x} strokeWidth={2} style={{ opacity: 0.5 }} />
        ))}
      </g>
    </svg>
  ),
};

/** Without the ids, and each empty mark of a drawing and each URL written in the same way. */
const alike = (html: string) =>
  html
    .replace(/ data-plain="[^"]*"/g, "")
    .replace(/<(rect|path)([^>]*)\/>/g, "<$1$2></$1>")
    .replace(/ href="[^"]*"/g, (attribute) => attribute.replace(/&(?!amp;|lt;)/g, "&amp;"));

describe.each(Object.entries(PAGES))("%s", (_, page) => {
  it("is drawn as if nothing had been done to it", async () => {
    const html = renderToStaticMarkup(await withPlainMarkup(page));
    expect(alike(html)).toBe(renderToStaticMarkup(page));
  });
});

/** All elements that React is told of, by their tags, islands by their own names. */
function told(node: ReactNode): string[] {
  if (Array.isArray(node)) return node.flatMap(told);
  if (typeof node !== "object" || node === null || !("props" in node)) return [];
  const { tag, children } = node.props as { tag?: string; children?: ReactNode };
  const name =
    node.type === Island ? "Island" : tag === undefined ? String(node.type) : `plain ${tag}`;
  return [...(node.type === Fragment ? [] : [name]), ...told(children)];
}

it("tells React of islands, of what they stand in, and of plain parts as wholes", async () => {
  const page = PAGES["an island among tables"];
  expect(told(await withPlainMarkup(page))).toEqual([
    "main",
    "plain table",
    "Island",
    "plain table",
  ]);
  expect(told(await withPlainMarkup(PAGES["plain children of an island"]))).toEqual([
    "section",
    "Island",
    "plain table",
    "plain table",
  ]);
});

it("leaves to React what belongs into the page's head, and short content", async () => {
  const page = (
    <div>
      <link rel="canonical" href="/" />
      <meta name="robots" content="noindex" />
      <p>short</p>
      <div>{LONG}</div>
    </div>
  );
  expect(told(await withPlainMarkup(page))).toEqual(["div", "link", "meta", "p", "plain div"]);
});

function Counted({ count }: { count: () => void }) {
  count();
  return <p>{LONG}</p>;
}

it("keeps nothing of a page once all kept pages are forgotten", async () => {
  const page = await withPlainMarkup(<p>{LONG}</p>);
  expect(renderToStaticMarkup(page)).toContain(LONG);
  forgetPages();
  expect(() => renderToStaticMarkup(page)).toThrow("not stored");
});

it("calls each component once", async () => {
  let calls = 0;
  const count = () => {
    calls++;
  };
  renderToStaticMarkup(
    await withPlainMarkup(
      <div>
        <Counted count={count} />
        <Island />
      </div>,
    ),
  );
  expect(calls).toBe(1);
});

it("gives equal pages equal ids, and different content different ones", async () => {
  const ids = async (page: ReactNode) =>
    [...renderToStaticMarkup(await withPlainMarkup(page)).matchAll(/data-plain="([^"]*)"/g)].map(
      ([, id]) => id,
    );
  const [one] = await ids(<p>{LONG}</p>);
  expect(await ids(<p className="other">{LONG}</p>)).toEqual([one]);
  expect(await ids(<p>{`${LONG}.`}</p>)).not.toEqual([one]);
});
