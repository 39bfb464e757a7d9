import { describe, expect, test } from "vitest";
import { openLog } from "@/lib/log/log";
import { withRequestId } from "@/lib/log/request-context";
import { asText } from "@/lib/log/text-lines";

const SECRET = "a-secret-of-32-characters-or-more";
const API_KEY = "ll_q7Zk-0123456789_abcdefghijklmnopqrstuvwxyzABC";
const settings = {
  LOSSLINE_SECRET: SECRET,
  DATABASE_URL: "postgresql://lossline:hunter%2322@db.example/lossline",
};

/** What is logged, as its lines. */
function logged(write: (log: ReturnType<typeof openLog>) => void): string[] {
  const lines: string[] = [];
  write(openLog(settings, { write: (line) => void lines.push(line) }));
  return lines;
}

const only = (lines: string[]) => {
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? "");
};

test("a line is JSON with its time, how grave it is, and the request in which it was written", async () => {
  const lines: string[] = [];
  const log = openLog(settings, { write: (line) => void lines.push(line) });
  await withRequestId("abc-1", async () => {
    await Promise.resolve();
    log.warn({ seconds: 3 }, "slow");
  });
  expect(only(lines)).toEqual({
    level: "warn",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    message: "slow",
    request: "abc-1",
    seconds: 3,
  });
});

describe("an error", () => {
  test("says what it is, where it came from and what caused it", () => {
    const error = new TypeError("wrong", { cause: new Error("deeper") });
    const { error: shown, message } = only(logged((log) => log.error(error, "not made")));
    expect(message).toBe("not made");
    expect(shown).toMatchObject({
      type: "TypeError",
      message: "wrong",
      cause: { message: "deeper" },
    });
    expect(shown.stack[0]).toMatch(/^at /);
  });

  test("does not say which values a database refused, nor what it was asked to write", () => {
    const refused = Object.assign(new Error("duplicate key"), {
      code: "23505",
      detail: "Key (name)=(Ada Lovelace) already exists.",
    });
    const invalid = Object.assign(
      new Error("Invalid `db.user.create()` invocation:\n{ name: 'Ada Lovelace' }\nIt is taken."),
      { name: "PrismaClientValidationError" },
    );
    const lines = logged((log) => {
      log.error(refused);
      log.error(new AggregateError([refused, invalid]));
      log.error(invalid);
    });
    expect(lines.join("")).not.toContain("Lovelace");
    expect(lines[0]).toContain("23505");
    expect(lines[2]).toContain("It is taken.");
  });
});

test.each([
  settings.DATABASE_URL,
  "password hunter#22 is wrong",
  "password hunter%2322 is wrong",
  "mysql://root:hunter1@elsewhere/x",
  `signed with ${SECRET}`,
  "ada.lovelace+x@example.org",
  `Authorization: Bearer ${API_KEY}`,
])("%s does not leave as it is, wherever it stands", (text) => {
  const lines = logged((log) => {
    log.info(text);
    log.info({ where: { deep: text } });
    log.error(new Error(text, { cause: text }));
  });
  for (const line of lines) {
    expect(() => JSON.parse(line)).not.toThrow();
    expect(line).not.toMatch(/hunter|a-secret-of|ada\.lovelace|q7Zk/);
  }
});

test("people read the same on one line, with where it came from below", () => {
  const [line = ""] = logged((log) =>
    withRequestId("abc-1", () => log.error(new Error("wrong"), "not made")),
  );
  expect(asText(line)).toMatch(
    /^\d\d:\d\d:\d\d\.\d{3} error not made – Error: wrong \[abc-1\]\n {4}at .*\n$/s,
  );
});
