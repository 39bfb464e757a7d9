import { extract, setProviderList } from "@extractus/oembed-extractor";
import { expect, test } from "@playwright/test";
import exifr from "exifr";
import { HtmlValidate } from "html-validate";
import { unfurl } from "unfurl.js";
import { problemsBySchema } from "@/testing/xml-schema";

// What we serve, by programs that nobody here wrote.

const PAGES = [
  "/",
  "/?year=2023&through=2023-09-15",
  "/incidents",
  "/incidents?category=phishing&sort=largest",
  "/incidents/coinex-2023-09",
  "/incidents/coinex-2023-09/history",
  "/targets",
  "/targets/htx",
  "/actors",
  "/actors/lazarus-group",
  "/methodology",
  "/api",
  "/verify",
  "/dumps",
  "/figures",
  "/figures/158",
  "/figures/gaps",
  "/publishers",
  "/publishers/certik",
  "/timeline",
  "/incidents?view=calendar&category=phishing",
  "/incidents?view=timeline&at=2023-09",
  "/actors/lazarus-group?known=2023-09-15",
  "/statistics?year=2023",
  "/compare",
  "/compare?year=2023&with-year=2025&category=phishing",
  "/search?q=ronnin",
  "/v/1/search?q=zzqqxx",
  "/search/lookup",
  "/charts",
  "/charts/monthly?year=2023",
  "/charts/largest?year=2023",
  "/charts/actors",
  "/charts/timeline?year=2023",
  "/periods",
  "/periods/2023-Q3",
  "/periods/2099",
  "/changes",
  "/number?year=2023",
  "/number?actor=lazarus-group&confidence=likely",
  "/v/1/charts/techniques?year=2023",
  "/embed/monthly?year=2023",
  "/v/1/embed/periods/2023-Q3",
  "/suggest",
  "/nowhere",
  "/?year=abc",
];

/** All that html-validate recommends, but for how React and Next write what means the same. */
const VALIDATOR = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // `charSet`, `noModule`: HTML takes attributes in any case.
    "attr-case": "off",
    // `<meta/>`, `async=""`, `hidden=""`: other ways of writing the same, not of our choosing.
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // Next's `_R_`: HTML 5 takes any id without white space; this rule is about older selectors.
    "valid-id": "off",
    // Several values of a filter are sent under its one name, by boxes and by a field for what is not among them.
    "form-dup-name": "off",
    // How long a bar is stands in its style; the content security policy allows exactly that.
    "no-inline-style": "off",
  },
});

test("pages are valid HTML", async ({ request }) => {
  for (const path of PAGES) {
    const html = await (await request.get(path)).text();
    const { results } = await VALIDATOR.validateString(html);
    const found = results.flatMap(({ messages }) =>
      messages
        // React writes `action=""` for a form of its own, which sends it to its page.
        .filter(
          ({ ruleId, message }) =>
            !(
              ruleId === "attribute-allowed-values" &&
              message === 'Attribute "action" has invalid value ""'
            ),
        )
        .map(({ ruleId, message, selector }) => [ruleId, message, selector]),
    );
    expect([path, found]).toEqual([path, []]);
  }
});

test("social networks find a title, a description and a picture on every page", async ({
  baseURL,
  request,
}) => {
  for (const path of PAGES.filter(
    (each) => !/^\/(?:v\/1\/)?(?:embed|suggest|nowhere|periods\/2099)|abc/.test(each),
  )) {
    const { title, description, open_graph, twitter_card, canonical_url } = await unfurl(
      `${baseURL}${path}`,
      { oembed: false },
    );
    expect([path, title, description]).toEqual([
      path,
      expect.stringMatching(/Lossline$/),
      expect.any(String),
    ]);
    expect(open_graph).toMatchObject({ site_name: "Lossline", title: expect.any(String) });
    expect(twitter_card).toMatchObject({ card: "summary_large_image" });
    const [image] = open_graph?.images ?? [];
    expect(image).toMatchObject({ width: 1200, height: 630, type: "image/png" });
    // Where the operator has not said where the record is found, it is a path, as in all of the page.
    const found = new URL(image?.url ?? "", baseURL);
    expect([path, (await request.get(found.href)).status()]).toEqual([path, 200]);
    expect(canonical_url).toBeTruthy();
  }
});

/** The client asks over HTTPS alone, which the server under test does not speak. */
const overHttp = (url: string | URL | Request) => fetch(String(url).replace(/^https:/, "http:"));

test("an oEmbed client turns addresses into embeds", async ({ baseURL }) => {
  const { host } = new URL(baseURL ?? "");
  setProviderList([
    {
      provider_name: "Lossline",
      provider_url: `${baseURL}`,
      endpoints: [{ schemes: [`http://${host}/*`], url: `${baseURL}/oembed` }],
    },
  ]);
  for (const path of [
    "/charts/monthly?year=2023",
    "/v/1/charts/largest?year=2023",
    "/periods/2023-Q3",
    "/incidents/coinex-2023-09",
    "/targets/htx",
    "/actors/lazarus-group",
    "/embed/monthly?year=2023",
  ]) {
    const answer = await extract(`${baseURL}${path}`, { maxwidth: 500, maxheight: 400 }, overHttp);
    expect([path, answer]).toEqual([
      path,
      expect.objectContaining({
        type: "rich",
        version: "1.0",
        provider_name: "Lossline",
        width: 500,
        height: 400,
        thumbnail_width: 500,
        html: expect.stringContaining("<iframe"),
      }),
    ]);
  }
});

test("feeds and sitemaps are what their grammars say", async ({ request }) => {
  for (const path of [
    "/feeds/versions.atom",
    "/feeds/citation.atom?version=1&year=2023&through=2023-12-31",
    "/v/1/feeds/versions.atom",
    "/feeds/incidents.atom?category=phishing&least=1000000",
    "/feeds/incidents/coinex-2023-09.atom",
    "/feeds/targets/htx.atom",
    "/feeds/actors/lazarus-group.atom",
    "/feeds/addresses/polygon/0x75497999432B8701330fB68058bd21918C02Ac59.atom",
    "/feeds/addresses/ethereum/0x0000000000000000000000000000000000000b0b.atom",
  ]) {
    const document = await (await request.get(path)).text();
    expect([path, await problemsBySchema("atom", document)]).toEqual([path, []]);
  }
  for (const path of ["/sitemap.xml", "/sitemaps/1.xml"]) {
    const document = await (await request.get(path)).text();
    expect([path, await problemsBySchema("sitemap", document)]).toEqual([path, []]);
  }
});

test("a reader of metadata finds in a picture what it shows, whence, and under which licence", async ({
  request,
}) => {
  for (const path of [
    "/v/1/charts/monthly.png?year=2023&scale=1",
    "/v/1/incidents/coinex-2023-09.png?scale=1",
    "/v/1/targets/htx.png?scale=1",
    "/v/1/actors/lazarus-group.png?scale=1",
    "/v/1/periods/2023-Q3.png?scale=1",
  ]) {
    const png = await (await request.get(path)).body();
    const found = await exifr.parse(png, { xmp: true, iptc: true, mergeOutput: true, ihdr: true });
    const said = JSON.stringify(found);
    expect([path, found.ImageWidth, found.ImageHeight]).toEqual([path, 1200, 675]);
    for (const text of ["Lossline, version 1", "creativecommons.org/licenses/by/4.0", "/v/1/"])
      expect([path, said.includes(text)]).toEqual([path, true]);
    expect(said).toMatch(/title/i);
    expect(said).toMatch(/AltTextAccessibility/i);
  }
});
