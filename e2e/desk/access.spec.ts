import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { deskDigest } from "@/e2e/desk/support/desk-digest";
import { personOf, type Role } from "@/e2e/desk/support/people";
import { ACCESS, type Action } from "@/lib/desk/access/access";

// Every page, route and server action of the half that takes writes, as nobody and as every role. A page, route
// or action that is added without a row here fails.

/** Each page and route: the action that it asks for, and an address of it; "post" where it only takes what is sent. */
const ENTRANCES: Record<string, [action: Action, address: string, how?: "post"]> = {
  "desk/page.tsx": ["proposal.read", "/desk"],
  "desk/[...missing]/page.tsx": ["session.start", "/desk/no/such/page"],
  "desk/account/page.tsx": ["account.keep", "/desk/account"],
  "desk/audit/page.tsx": ["audit.read", "/desk/audit"],
  "desk/feed/[token]/route.ts": ["link.use", "/desk/feed/unknown.atom"],
  "desk/imports/page.tsx": ["import.run", "/desk/imports"],
  "desk/imports/[id]/page.tsx": ["import.run", "/desk/imports/1"],
  "desk/imports/[id]/file/route.ts": ["import.run", "/desk/imports/1/file"],
  "desk/imports/[id]/problems.csv/route.ts": ["import.run", "/desk/imports/1/problems.csv"],
  "desk/imports/[id]/progress/route.ts": ["import.run", "/desk/imports/1/progress"],
  "desk/imports/template.csv/route.ts": ["import.run", "/desk/imports/template.csv"],
  "desk/join/[token]/page.tsx": ["link.use", "/desk/join/unknown"],
  "desk/keys/page.tsx": ["people.manage", "/desk/keys"],
  "desk/new/[kind]/page.tsx": ["proposal.write", "/desk/new/incident"],
  "desk/options/[list]/route.ts": ["proposal.write", "/desk/options/incident?q=coinex"],
  "desk/password/[token]/page.tsx": ["link.use", "/desk/password/unknown"],
  "desk/people/page.tsx": ["people.manage", "/desk/people"],
  "desk/proposals/[id]/page.tsx": ["proposal.read", "/desk/proposals/1"],
  "desk/proposals/[id]/check/page.tsx": ["proposal.write", "/desk/proposals/1/check"],
  "desk/proposals/[id]/duplicates/route.ts": [
    "proposal.write",
    "/desk/proposals/1/duplicates",
    "post",
  ],
  "desk/proposals/[id]/impact/route.ts": ["proposal.write", "/desk/proposals/1/impact", "post"],
  "desk/proposals/[id]/merge/page.tsx": ["proposal.write", "/desk/proposals/1/merge"],
  "desk/proposals/[id]/report/route.ts": ["proposal.write", "/desk/proposals/1/report", "post"],
  "desk/proposals/[id]/review/page.tsx": ["proposal.read", "/desk/proposals/1/review"],
  "desk/proposals/[id]/save/route.ts": ["proposal.write", "/desk/proposals/1/save", "post"],
  "desk/rates/route.ts": ["proposal.write", "/desk/rates?currency=EUR&on=2023-09-12"],
  "desk/records/export.csv/route.ts": [
    "import.run",
    "/desk/records/export.csv?kind=incident&q=coinex",
  ],
  "desk/records/export.json/route.ts": ["import.run", "/desk/records/export.json?kind=actor"],
  "desk/records/bulk/page.tsx": ["import.run", "/desk/records/bulk"],
  "desk/proposals/[id]/source/route.ts": ["proposal.write", "/desk/proposals/1/source", "post"],
  "desk/publications/page.tsx": ["import.run", "/desk/publications"],
  "desk/publications/[version]/page.tsx": ["import.run", "/desk/publications/1"],
  "desk/queue/page.tsx": ["proposal.review", "/desk/queue"],
  "desk/records/page.tsx": ["proposal.write", "/desk/records"],
  "desk/records/[kind]/[slug]/page.tsx": [
    "proposal.write",
    "/desk/records/incident/coinex-2023-09",
  ],
  "desk/records/[kind]/[slug]/duplicate/page.tsx": [
    "proposal.write",
    "/desk/records/incident/coinex-2023-09/duplicate",
  ],
  "desk/second-factor/page.tsx": ["session.start", "/desk/second-factor"],
  "desk/second-factor/set-up/page.tsx": ["factor.setUp", "/desk/second-factor/set-up"],
  "desk/sign-in/page.tsx": ["session.start", "/desk/sign-in"],
  "desk/sign-out/route.ts": ["session.start", "/desk/sign-out"],
  "desk/sources/page.tsx": ["proposal.write", "/desk/sources"],
  "desk/stop-mail/[token]/page.tsx": ["link.use", "/desk/stop-mail/unknown"],
  "desk/stop-mail/[token]/one-click/route.ts": [
    "link.use",
    "/desk/stop-mail/unknown/one-click",
    "post",
  ],
  "desk/suggestions/page.tsx": ["suggestion.answer", "/desk/suggestions"],
  "desk/suggestions/[id]/page.tsx": ["suggestion.answer", "/desk/suggestions/1"],
  "desk/worklists/page.tsx": ["proposal.write", "/desk/worklists"],
  "desk/worklists/[name]/page.tsx": ["proposal.write", "/desk/worklists/no-range"],
  "desk/withholding/page.tsx": ["withholding.decide", "/desk/withholding"],
  "desk/watching/page.tsx": ["watching.keep", "/desk/watching"],
  "desk/webhooks/page.tsx": ["webhook.manage", "/desk/webhooks"],
  "suggest/page.tsx": ["suggestion.send", "/suggest"],
  "suggest/[token]/page.tsx": ["suggestion.send", "/suggest/unknown"],
};

/** Each module of server actions, and the action that all of it asks for, or that each one does. */
const ACTIONS: Record<string, Action | Record<string, Action>> = {
  "app/desk/account/account-actions.ts": "account.keep",
  "app/desk/imports/import-actions.ts": "import.run",
  "app/desk/join/[token]/join-actions.ts": "link.use",
  "app/desk/keys/key-actions.ts": "people.manage",
  "app/desk/new/[kind]/new-actions.ts": "proposal.write",
  "app/desk/password/[token]/password-actions.ts": "link.use",
  "app/desk/people/people-actions.ts": "people.manage",
  "app/desk/proposals/[id]/check/check-actions.ts": "proposal.write",
  "app/desk/proposals/[id]/merge/merge-actions.ts": "proposal.write",
  "app/desk/proposals/[id]/proposal-actions.ts": "proposal.write",
  "app/desk/proposals/[id]/review/comment-actions.ts": {
    answer: "proposal.comment",
    commentField: "proposal.comment",
    correct: "proposal.review",
    decline: "proposal.write",
    openAgain: "proposal.comment",
    resolve: "proposal.comment",
    take: "proposal.write",
    undo: "proposal.write",
  },
  "app/desk/proposals/[id]/review/review-actions.ts": {
    claim: "proposal.review",
    release: "proposal.review",
    returnToAuthor: "proposal.review",
    comment: "proposal.comment",
    publish: "proposal.publish",
    takeBack: "proposal.write",
    withdraw: "proposal.write",
  },
  "app/desk/publications/publication-actions.ts": "import.run",
  "app/desk/records/bulk/bulk-edit-action.ts": "import.run",
  "app/desk/records/correction-actions.ts": "proposal.write",
  "app/desk/second-factor/second-factor-actions.ts": "session.start",
  "app/desk/second-factor/set-up-actions.ts": "factor.setUp",
  "app/desk/sign-in/passkey-actions.ts": "session.start",
  "app/desk/sign-in/sign-in-actions.ts": "session.start",
  "app/desk/stop-mail/[token]/stop-actions.ts": "link.use",
  "app/desk/suggestions/suggestion-actions.ts": "suggestion.answer",
  "app/desk/worklists/[name]/claim-actions.ts": "worklist.claim",
  "app/desk/withholding/withholding-actions.ts": {
    askFor: "withholding.request",
    confirmIt: "withholding.decide",
    leaveIt: "withholding.decide",
  },
  "app/desk/watching/watching-actions.ts": "watching.keep",
  "app/desk/webhooks/webhook-actions.ts": "webhook.manage",
  "app/suggest/suggest-actions.ts": "suggestion.send",
};

const ROLES: readonly (Role | "nobody")[] = ["nobody", "contributor", "editor", "admin"];
const allowed = (action: Action, role: Role | "nobody") =>
  (ACCESS[action] as readonly string[]).includes(role);

const requests = {} as Record<Role | "nobody", APIRequestContext>;
test.beforeAll(async ({ browser, playwright, baseURL }) => {
  requests.nobody = await playwright.request.newContext(baseURL === undefined ? {} : { baseURL });
  for (const role of ["contributor", "editor", "admin"] as const)
    requests[role] = (await personOf(browser, role, `Walker ${role}`)).context.request;
});

function entrances(): string[] {
  return ["desk", "suggest"].flatMap((half) =>
    readdirSync(path.join("app", half), { recursive: true, encoding: "utf8" })
      .filter((file) => /(^|\/)(page\.tsx|route\.tsx?)$/.test(file))
      .map((file) => path.join(half, file)),
  );
}

test("every page and route has a row here", () => {
  expect(entrances().sort()).toEqual(Object.keys(ENTRANCES).sort());
});

for (const [file, [action, address, how]] of Object.entries(ENTRANCES)) {
  test(`${file} lets in whom ${action} allows`, async () => {
    for (const role of ROLES) {
      const response = await requests[role].fetch(address, {
        maxRedirects: 0,
        ...(how === "post" && {
          method: "POST",
          headers: { Origin: new URL(baseOf()).origin },
          data: {},
        }),
      });
      const status = response.status();
      const led = response.headers().location ?? "";
      const turned = status === 401 || status === 403 || /\/desk\/sign-in/.test(led);
      expect([role, status, led, turned]).toEqual([role, status, led, !allowed(action, role)]);
      expect(status).toBeLessThan(500);
    }
  });
}

/** Server actions that everybody may use: they only read what is published. */
const READING = ["app/versioned/[reference]/lookup/lookup-action.ts"];

interface ServerAction {
  id: string;
  file: string;
  name: string;
}

/** What the build knows of server actions: all of them. */
function serverActions(): ServerAction[] {
  const { node } = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  ) as { node: Record<string, { filename: string; exportedName: string }> };
  return Object.entries(node).map(([id, { filename, exportedName }]) => ({
    id,
    file: filename,
    name: exportedName,
  }));
}

function actionOf({ file, name }: ServerAction): Action | undefined {
  const row = ACTIONS[file];
  return typeof row === "object" ? row[name] : row;
}

test("every server action has a row here", () => {
  const without = serverActions().filter(
    (one) => actionOf(one) === undefined && !READING.includes(one.file),
  );
  expect(without.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
  const files = new Set(serverActions().map(({ file }) => file));
  expect([...Object.keys(ACTIONS), ...READING].filter((file) => !files.has(file))).toEqual([]);
});

test("a server action does nothing for whom its action does not allow", async () => {
  // Hundreds of requests, each followed by a look at all that the desk holds.
  test.slow();
  // Nothing changes from the first to the last: each is held against what was there before all of them.
  const before = await deskDigest();
  for (const one of serverActions()) {
    const action = actionOf(one);
    if (action === undefined) continue;
    for (const role of ROLES.filter((role) => !allowed(action, role))) {
      const response = await requests[role].post("/desk/sign-in", {
        headers: { "Next-Action": one.id, Origin: new URL(baseOf()).origin },
        multipart: {
          "0": JSON.stringify([{}, "$K1"]),
          "1_id": "1",
          "1_email": "walker@example.org",
        },
        maxRedirects: 0,
      });
      expect([one.file, one.name, role, await deskDigest()]).toEqual([
        one.file,
        one.name,
        role,
        before,
      ]);
      await response.dispose();
    }
  }
});

test("what another site sends is refused, whoever is signed in", async () => {
  const before = await deskDigest();
  for (const one of serverActions()) {
    const response = await requests.admin.post("/desk", {
      headers: { "Next-Action": one.id, Origin: "https://elsewhere.example" },
      multipart: { "0": "[]" },
      maxRedirects: 0,
    });
    expect([one.name, response.ok()]).toEqual([one.name, false]);
  }
  for (const [, address, how] of Object.values(ENTRANCES).filter(([, , how]) => how === "post")) {
    const headers = { Origin: "https://elsewhere.example" };
    const response = await requests.admin.fetch(address, { method: how ?? "", headers, data: {} });
    expect(response.status()).toBe(403);
  }
  expect(await deskDigest()).toBe(before);
});

/** Where programs write: each route, with what it takes; without a key they do nothing for anybody. */
const KEYED: Record<string, readonly [method: string, address: string][]> = {
  "api/v1/drafts/route.ts": [["POST", "/api/v1/drafts"]],
  "api/v1/drafts/[id]/route.ts": [
    ["GET", "/api/v1/drafts/1"],
    ["PUT", "/api/v1/drafts/1"],
  ],
  "api/v1/drafts/[id]/submit/route.ts": [["POST", "/api/v1/drafts/1/submit"]],
  "api/v1/drafts/[id]/publish/route.ts": [["POST", "/api/v1/drafts/1/publish"]],
};

test("where programs write, nobody is known by their cookie", async () => {
  const routes = readdirSync("app/api/v1/drafts", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts"))
    .map((file) => path.join("api/v1/drafts", file));
  expect(routes.sort()).toEqual(Object.keys(KEYED).sort());
  const before = await deskDigest();
  for (const [method, address] of Object.values(KEYED).flat())
    for (const role of ROLES)
      for (const authorization of [undefined, "Bearer ll_unknown", "Basic YTpi"]) {
        const response = await requests[role].fetch(address, {
          method,
          headers: authorization === undefined ? {} : { Authorization: authorization },
          ...(method !== "GET" && { data: { kind: "incident", content: {}, saveNumber: 0 } }),
        });
        const { "www-authenticate": challenge, ...headers } = response.headers();
        expect([method, address, role, response.status()]).toEqual([method, address, role, 401]);
        expect(challenge).toMatch(/^Bearer /);
        expect(headers["cache-control"]).toBe("no-store");
        expect(headers["access-control-allow-origin"]).toBeUndefined();
      }
  expect(await deskDigest()).toBe(before);
});

function baseOf(): string {
  return process.env.BASE_URL ?? "";
}
