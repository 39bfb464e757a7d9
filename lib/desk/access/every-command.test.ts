import { describe, expect, test } from "vitest";
import {
  ACCESS,
  type Action,
  Forbidden,
  may,
  PasswordNeeded,
  type Person,
  ROLES,
} from "@/lib/desk/access/access";
import { COMMAND_FILE, importersOf, mayRunUnguarded, writesIn } from "@/testing/database-writes";
import { sourceFiles } from "@/testing/source-files";

// Every way in which the database is written to is a guarded command, or runs within one or from the
// server's console. This walks the guarded ones as nobody and as every role, and fails when a write is
// added past the table of who may do what, whatever its file and its function are called.

const program = sourceFiles(
  "app",
  "components",
  "lib",
  "scripts",
  "proxy.ts",
  "instrumentation.ts",
);

type Command = (...given: unknown[]) => Promise<unknown>;
const guarded: [name: string, command: Command, action: Action][] = [];
const unguarded: [file: string, name: string][] = [];
for (const { file } of program.filter(({ file }) => COMMAND_FILE.test(file))) {
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ `@/${file}`);
  for (const [name, value] of Object.entries(exported)) {
    if (typeof value !== "function" || value.prototype instanceof Error) continue;
    const { action } = value as unknown as { action?: Action };
    if (action === undefined) unguarded.push([file, name]);
    else guarded.push([`${file.replace(/^lib\//, "")} ${name}`, value as Command, action]);
  }
}

/** A database that must not be asked. */
class Touched extends Error {}
const untouchable = new Proxy(
  {},
  {
    get(_, name) {
      throw new Touched(String(name));
    },
  },
);

const someone = (role: Person["role"]): Person => ({
  id: "p",
  email: "p@example.org",
  name: "P",
  role,
});

describe.each(guarded)("%s", (_, command, action) => {
  test("is guarded by an action of the table", () => {
    expect(Object.keys(ACCESS)).toContain(action);
  });

  test.each(["nobody", ...ROLES] as const)("as %s", async (role) => {
    const by = role === "nobody" ? null : someone(role);
    const outcome = await command(untouchable, by).then(
      () => null,
      (error: unknown) => error,
    );
    if (may(by, action)) expect(outcome).not.toBeInstanceOf(Forbidden);
    else expect(outcome).toBeInstanceOf(Forbidden);
  });
});

/** What those may run of whom a second factor is demanded. */
const WHILE_HELD = [
  "beginSecondFactor",
  "confirmSecondFactor",
  "confirmPassword",
  "offerPasskey",
  "addPasskey",
  "noteSeen",
  "signOut",
];

test("whoever lacks a second factor that is demanded runs nothing but what gives them one", async () => {
  const refused = new Set<string>();
  for (const [name, command] of guarded)
    for (const role of ROLES) {
      const by = { ...someone(role), lacksSecondFactor: true } as const;
      const outcome = await command(untouchable, by).catch((error: unknown) => error);
      if (outcome instanceof Forbidden) refused.add(name);
    }
  const run = guarded.filter(([name]) => !refused.has(name));
  const open = ["session.start", "link.use", "suggestion.send"];
  expect(
    run
      .filter(([, , action]) => !open.includes(action))
      .map(([name]) => name.split(" ").at(-1))
      .sort(),
  ).toEqual([...WHILE_HELD].sort());
});

/** What an open desk is not enough for. */
const FRESH = [
  "addPasskey",
  "changeEmailOf",
  "changeRole",
  "confirmWithholding",
  "deactivate",
  "invite",
  "makeFeedLink",
  "makeKey",
  "makePasswordLink",
  "makeWebhook",
  "offerPasskey",
  "reactivate",
  "removePasskey",
  "renewWebhookSecret",
  "requestWithholding",
  "takeOffSecondFactor",
];

test("what gives access, takes away for good or changes factors takes a fresh password", async () => {
  const refused: string[] = [];
  for (const [name, command] of guarded) {
    const by = { ...someone("admin"), hasOldPassword: true } as const;
    const outcome = await command(untouchable, by).catch((error: unknown) => error);
    if (outcome instanceof PasswordNeeded) refused.push(name.split(" ").at(-1) ?? "");
  }
  expect(refused.sort()).toEqual(FRESH);
});

test("nothing writes but files of commands", () => {
  const others = program.filter(({ file }) => !COMMAND_FILE.test(file));
  expect(
    others.flatMap((source) => writesIn(source).map((write) => `${source.file}: ${write}`)),
  ).toEqual([]);
});

test.each(unguarded)("%s %s is run by other commands and the console alone", (file, name) => {
  expect(importersOf(program, file, name).filter((other) => !mayRunUnguarded(other))).toEqual([]);
});

test("there are commands to walk", () => {
  expect(guarded.length).toBeGreaterThan(25);
  expect(unguarded.length).toBeGreaterThan(10);
});

test("every action of the table is asked for somewhere", () => {
  const asking = program
    .filter(({ file }) => /^(?:lib|app)\//.test(file) && file !== "lib/desk/access/access.ts")
    .map(({ code }) => code)
    .join("\n");
  expect(Object.keys(ACCESS).filter((action) => !asking.includes(`"${action}"`))).toEqual([]);
});
