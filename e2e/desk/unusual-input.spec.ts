import { type APIRequestContext, expect, test } from "@playwright/test";
import { personOf } from "@/e2e/desk/support/people";
import { formsIn, type HtmlForm } from "@/e2e/support/html-forms";

// What no browser would send, in every field of every form of the desk and of the form for those
// outside: a clear answer, never an error of the server, and no script that comes back as one.

const SCRIPT = "<script>alert(1)</script>";
/** What is put into each field in turn. */
const UNUSUAL: [what: string, value: string][] = [
  ["nothing", ""],
  ["a long text", "long ".repeat(40_000)],
  ["control characters", "a\u0000b\u0007c\u001bd"],
  ["a right-to-left override", "abc\u202edef\u2066ghi"],
  ["a script", `${SCRIPT}"onfocus="alert(1)`],
  ["another type", "[object Object]"],
  ["a number beyond numbers", "-1e999"],
  ["a quotation", "'; DROP TABLE desk.person; --"],
  ["emoji", "💥".repeat(5_000)],
];

/** Beside the fields of a form: names that reach past it. */
const BESIDE: Record<string, string> = {
  "__proto__.polluted": "yes",
  "constructor.prototype.polluted": "yes",
  "sources.999999999.url": "https://example.org/",
  "sources.-1.url": "x",
  "addresses.0.address.0.deep": "x",
  "name.deep": "x",
};

let admin: APIRequestContext;
let nobody: APIRequestContext;
let draft: string;
test.beforeAll(async ({ browser, playwright, baseURL }) => {
  const { page, context } = await personOf(browser, "admin", "Fuzz Admin");
  admin = context.request;
  nobody = await playwright.request.newContext(baseURL === undefined ? {} : { baseURL });
  // A revision, because its lists have rows.
  await page.goto("/desk/records/incident/coinex-2023-09");
  await page.getByRole("button", { name: "Revise" }).click();
  await page.waitForURL(/\/desk\/proposals\/\d+/);
  draft = new URL(page.url()).pathname;
});

const PAGES: [who: "admin" | "nobody", address: () => string][] = [
  ["admin", () => draft],
  ["admin", () => "/desk/account"],
  ["admin", () => "/desk/people"],
  ["admin", () => "/desk/records?q=coinex"],
  ["admin", () => "/desk/records/incident/coinex-2023-09"],
  ["nobody", () => "/suggest"],
  ["nobody", () => "/suggest?about=incident:coinex-2023-09"],
];

for (const [who, address] of PAGES) {
  test(`every field of ${address.toString().replace(/^\(\) => /, "")} takes what is unusual`, async () => {
    const request = who === "admin" ? admin : nobody;
    const page = await request.get(address());
    expect(page.status()).toBe(200);
    const forms = formsIn(await page.text()).filter(({ texts }) => texts.length > 0);
    let fields = 0;
    const tried = new Set<string>();
    for (const form of forms) {
      // A form of hundreds of fields has few kinds of them: each kind once.
      const kinds = new Map(form.texts.map((name) => [name.replace(/\d+/g, "0"), name]));
      // Every person of a list has the same forms: each once.
      const likeOthers = [form.buttons[0]?.label, ...kinds.keys()].join(" ");
      if (tried.has(likeOthers)) continue;
      tried.add(likeOthers);
      fields += kinds.size;
      for (const name of kinds.values())
        for (const [what, value] of UNUSUAL)
          await sendAndExpect(request, page.url(), form, { [name]: value }, [name, what]);
      await sendAndExpect(request, page.url(), form, BESIDE, ["beside", "names"]);
    }
    expect(fields).toBeGreaterThan(0);
    test.info().annotations.push({ type: "fields", description: String(fields) });
    expect((await request.get(address())).status()).toBe(200);
  });
}

async function sendAndExpect(
  request: APIRequestContext,
  page: string,
  form: HtmlForm,
  fields: Record<string, string>,
  asked: [string, string],
): Promise<void> {
  const body = new FormData();
  for (const [name, value] of form.values) body.append(name, value);
  const button = form.buttons[0];
  if (button?.name) body.append(button.name, button.value);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const target = new URL(button?.formAction ?? form.action ?? page, page).href;
  const response = await request.post(target, {
    multipart: body,
    headers: { Origin: new URL(page).origin },
    maxRedirects: 5,
  });
  expect([...asked, button?.label, response.status() < 500]).toEqual([
    ...asked,
    button?.label,
    true,
  ]);
  expect([...asked, (await response.text()).includes(SCRIPT)]).toEqual([...asked, false]);
}
