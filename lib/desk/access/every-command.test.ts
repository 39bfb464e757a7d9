import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ACCESS, type Action, Forbidden, may, type Person, ROLES } from "@/lib/desk/access/access";

// Every way in which the desk is written to is a guarded command. This walks all of them as nobody and
// as every role, and fails when one is added that the table of who may do what does not hold.

/** What only the record's own door and the console call, from within a transaction. */
const INNER = [
  "lib/record/actors/actor-commands.ts",
  "lib/record/figures/published-figure-commands.ts",
  "lib/record/incidents/incident-commands.ts",
  "lib/record/wallets/known-address-commands.ts",
];

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file));

const modules = filesIn("lib").filter(
  (file) => /-commands\.ts$/.test(file) && !INNER.includes(file) && !/testing-/.test(file),
);

type Command = (...given: unknown[]) => Promise<unknown>;
const commands: [name: string, command: Command, action: Action | undefined][] = [];
for (const file of modules) {
  const found: Record<string, unknown> = await import(/* @vite-ignore */ `@/${file}`);
  for (const [name, value] of Object.entries(found)) {
    if (typeof value !== "function" || /^class\s/.test(value.toString())) continue;
    const { action } = value as unknown as { action?: Action };
    commands.push([`${file.replace(/^lib\//, "")} ${name}`, value as Command, action]);
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

describe.each(commands)("%s", (_, command, action) => {
  test("is guarded by an action of the table", () => {
    expect(Object.keys(ACCESS)).toContain(action);
  });

  test.each(["nobody", ...ROLES] as const)("as %s", async (role) => {
    if (action === undefined) throw new Error("it names no action");
    const by = role === "nobody" ? null : someone(role);
    const outcome = await command(untouchable, by).then(
      () => null,
      (error: unknown) => error,
    );
    if (may(by, action)) expect(outcome).not.toBeInstanceOf(Forbidden);
    else expect(outcome).toBeInstanceOf(Forbidden);
  });
});

test("there are commands to walk", () => {
  expect(commands.length).toBeGreaterThan(25);
});

test("every action of the table is asked for somewhere", () => {
  const sources = [...filesIn("lib"), ...filesIn("app")]
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|access\/access\.ts|generated/.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  expect(Object.keys(ACCESS).filter((action) => !sources.includes(`"${action}"`))).toEqual([]);
});
