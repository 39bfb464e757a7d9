import type { Database } from "@/lib/db/client";
import { ROLES, type Role } from "@/lib/desk/access/access";
import { StepFailure } from "../progress.mjs";
import { asStepFailure, migrate, openDatabase } from "./database.mjs";
import { deskUrl } from "./desk-url.mjs";
import { runningEmbedded, startEmbedded } from "./embedded.mjs";
import { generate } from "./generate.mjs";

const usage = `Usage: npm run people -- invite --email ada@example.org --role ${ROLES.join("|")}
       npm run people -- reset --email ada@example.org [--without-second-factor]
       npm run people -- list`;

type Task =
  | { kind: "invite"; email: string; role: Role }
  | { kind: "reset"; email: string; withoutSecondFactor: boolean }
  | { kind: "list" };

/** `npm run people`: who is at the desk, from the server's console. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const task = taskIn(args);
  await generate();
  // Where `npm start` is running, its database is used; two processes cannot have one folder.
  const database = await openDatabase(
    async (folder) => (await runningEmbedded(folder)) ?? startEmbedded(folder),
  );
  try {
    await migrate(database.url);
    const { openDatabase: connect } = await import("@/lib/db/client");
    const db = connect(database.url, 2);
    try {
      console.log(`\n${await asStepFailure(() => perform(db, task))}`);
    } finally {
      await db.$disconnect();
    }
    return 0;
  } finally {
    await database.stop();
  }
}

async function perform(db: Database, task: Task): Promise<string> {
  const { makeInvitation, makePasswordLinkFor } = await import("@/lib/desk/people/link-command");
  const { linkPath } = await import("@/lib/desk/people/one-time-link");
  if (task.kind === "list") return list(db);
  if (task.kind === "invite") {
    const made = await makeInvitation(db, null, task.email, task.role);
    if ("refused" in made) throw new StepFailure(made.refused);
    const address = deskUrl(linkPath("invitation", made.secret));
    return `Pass this link to ${task.email}. It works once, and holds for seven days:\n\n  ${address}\n`;
  }
  const person = await db.user.findUnique({ where: { email: task.email } });
  if (person === null) throw new StepFailure(`Nobody at the desk has the address ${task.email}.`);
  const made = await makePasswordLinkFor(db, null, person.id);
  if ("refused" in made) throw new StepFailure(made.refused);
  let also = "";
  if (task.withoutSecondFactor) {
    const { endSecondFactorOf } = await import("@/lib/desk/people/link-command");
    await endSecondFactorOf(db, null, person.id);
    also = "The second factor is taken off.\n";
  }
  const address = deskUrl(linkPath("password", made.secret));
  return `${also}Pass this link to ${person.name}. It works once, and holds for one day:\n\n  ${address}\n`;
}

async function list(db: Database): Promise<string> {
  const { listPeople } = await import("@/lib/desk/people/people-queries");
  const { openInvitations } = await import("@/lib/desk/people/link-queries");
  const people = await listPeople(db);
  const invitations = await openInvitations(db);
  const lines = [
    ...people.map(({ role, email, name, deactivatedAt }) => [
      deactivatedAt === null ? role : "no access",
      email,
      name,
    ]),
    ...invitations.map(({ role, email }) => [
      "invited",
      email ?? "(the first admin)",
      `as ${role}`,
    ]),
  ];
  if (lines.length === 0) return `Nobody yet. Invite somebody:\n\n${usage}`;
  return lines.map(([what = "", ...rest]) => `${what.padEnd(12)} ${rest.join("  ")}`).join("\n");
}

function taskIn([command, ...args]: string[]): Task {
  const options = new Map<string, string>();
  for (let index = 0; index < args.length; index++) {
    const name = args[index] ?? "";
    if (name === "--without-second-factor") options.set(name, "yes");
    else options.set(name, args[++index] ?? "");
  }
  const known = (names: readonly string[]) =>
    [...options.keys()].every((key) => names.includes(key));
  const email = options.get("--email")?.trim().toLowerCase() ?? "";
  const role = ROLES.find((name) => name === options.get("--role"));
  if (command === "list" && known([])) return { kind: "list" };
  if (command !== "invite" && command !== "reset") throw new StepFailure(usage);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 200) {
    throw new StepFailure(`--email must look like name@example.org.\n\n${usage}`);
  }
  if (command === "invite" && role !== undefined && known(["--email", "--role"])) {
    return { kind: "invite", email, role };
  }
  if (command === "reset" && known(["--email", "--without-second-factor"])) {
    return { kind: "reset", email, withoutSecondFactor: options.has("--without-second-factor") };
  }
  throw new StepFailure(usage);
}
