import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { digestSubject, digestText } from "@/lib/desk/mail/digest";
import { isOneClick, oneClickPath, personOfStop, stopPath } from "@/lib/desk/mail/mail-choice";
import { chooseMail, stopMail } from "@/lib/desk/mail/mail-commands";
import { ownMail } from "@/lib/desk/mail/mail-queries";
import { sendDigests } from "@/lib/desk/mail/mail-sending-command";
import { commentOn } from "@/lib/desk/proposals/review-commands";
import { testDatabase } from "@/testing/database";
import { aPerson, aProposal } from "@/testing/proposals";
import { setForTest } from "@/testing/settings-for-test";

interface Got {
  from: string;
  to: string[];
  headers: string;
  text: string;
}

const got: Got[] = [];
let takes = true;
let server: SMTPServer;
let port = 0;
beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, session, done) {
      let raw = "";
      stream.on("data", (chunk) => {
        raw += chunk;
      });
      stream.on("end", () => {
        if (!takes) return done(new Error("Too full"));
        const [headers = "", ...rest] = raw.split("\r\n\r\n");
        const { mailFrom, rcptTo } = session.envelope;
        got.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          // Long headers are folded.
          headers: headers.replace(/\r\n\s+/g, " "),
          text: rest
            .join("\n\n")
            .replaceAll("\r\n", "\n")
            .replace(/=\n/g, "")
            .replaceAll("=3D", "="),
        });
        return done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.server.address() as AddressInfo).port;
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

let db: Database;
let cleo: Person;
let eva: Person;
const SETTINGS = { LOSSLINE_SECRET: "a secret of more than thirty-two characters" };
beforeEach(async () => {
  got.length = 0;
  takes = true;
  setForTest({
    ...SETTINGS,
    LOSSLINE_URL: "https://lossline.example",
    LOSSLINE_SMTP_URL: `smtp://127.0.0.1:${port}`,
    LOSSLINE_SMTP_FROM: "Lossline <desk@lossline.example>",
  });
  ({ db } = await testDatabase());
  cleo = await aPerson(db, "Cleo", "contributor");
  eva = await aPerson(db, "Eva");
});

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const say = async (text: string) => {
  const proposalId = await aProposal(db, cleo, { title: "Marrow" });
  await commentOn(db, eva, { proposalId, text });
};

test("whoever has chosen so is told in one message what concerns them, and once", async () => {
  await say("Before she chose.");
  await chooseMail(db, cleo, 60);
  await sendDigests(db, new Date());
  expect(got).toEqual([]);
  await say("Whose source?");
  await say("And whose day?");
  await Promise.all([sendDigests(db, later(2)), sendDigests(db, later(2))]);
  expect(got).toHaveLength(1);
  const [{ from, to, headers, text } = { from: "", to: [], headers: "", text: "" }] = got;
  expect([from, to]).toEqual(["desk@lossline.example", ["cleo@example.org"]]);
  expect(headers).toContain("Subject: Lossline desk: 2 things are new");
  expect(headers).toContain("Content-Type: text/plain; charset=utf-8");
  const oneClick = `https://lossline.example${oneClickPath(cleo.id)}`;
  expect(headers).toContain(`List-Unsubscribe: <${oneClick}>`);
  expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
  expect(text).toContain(`No more messages: https://lossline.example${stopPath(cleo.id)}\n`);
  expect(text).toContain("Eva wrote: Marrow");
  expect(text).toContain("Whose source?");
  expect(text).toContain("And whose day?");
  expect(text).not.toContain("Before she chose.");
  expect(text).toMatch(/https:\/\/lossline\.example\/desk\/proposals\/\d+\/review/);

  // Within the hour nothing more is sent, however much happens; after it what happened since.
  await say("One more.");
  await sendDigests(db, later(40));
  expect(got).toHaveLength(1);
  await sendDigests(db, later(63));
  expect(got).toHaveLength(2);
  expect(got[1]?.text).toContain("One more.");
  expect(got[1]?.text).not.toContain("Whose source?");
  expect(got[1]?.headers).toContain("Subject: Lossline desk: Eva wrote: Marrow");
  await sendDigests(db, later(200));
  expect(got).toHaveLength(2);
});

test("what the mail server does not take is told with the next message, and the account says so", async () => {
  await chooseMail(db, cleo, 15);
  takes = false;
  await say("Whose source?");
  await sendDigests(db, later(1));
  expect(await ownMail(db, cleo)).toMatchObject({
    sentAt: null,
    problem: "The mail server did not take the last message.",
  });
  takes = true;
  await sendDigests(db, later(10));
  expect(got).toEqual([]);
  await sendDigests(db, later(17));
  expect(got[0]?.text).toContain("Whose source?");
  expect(await ownMail(db, cleo)).toMatchObject({ problem: "" });
});

test("nobody is sent anything who has not chosen so, has ended it, or has left", async () => {
  await say("Whose source?");
  await sendDigests(db, later(1));
  await chooseMail(db, cleo, 15);
  await chooseMail(db, eva, 15);
  await chooseMail(db, eva, null);
  await say("And now?");
  await db.user.update({ where: { id: cleo.id }, data: { deactivatedAt: new Date() } });
  await sendDigests(db, later(2));
  expect(got).toEqual([]);
  expect(await db.mailChoice.count()).toBe(0);
});

test("who lacks a second factor that is demanded is told once they have one", async () => {
  await chooseMail(db, cleo, 15);
  await say("Whose source?");
  setForTest({
    ...SETTINGS,
    LOSSLINE_URL: "https://lossline.example",
    LOSSLINE_SMTP_URL: `smtp://127.0.0.1:${port}`,
    LOSSLINE_SMTP_FROM: "desk@lossline.example",
    LOSSLINE_REQUIRE_SECOND_FACTOR: "everyone",
  });
  await sendDigests(db, later(1));
  expect(got).toEqual([]);
  await db.user.update({ where: { id: cleo.id }, data: { twoFactorEnabled: true } });
  await sendDigests(db, later(3));
  expect(got).toHaveLength(1);
});

test("without a mail server nothing is said of mail, and nothing sent", async () => {
  await chooseMail(db, cleo, 15);
  await say("Whose source?");
  setForTest({ ...SETTINGS, LOSSLINE_URL: "https://lossline.example" });
  expect(await ownMail(db, cleo)).toBeNull();
  expect(await sendDigests(db, later(1))).toBe(0);
  expect(got).toEqual([]);
});

test("a message's link ends the messages of its reader, and of nobody else", async () => {
  await chooseMail(db, cleo, 15);
  await chooseMail(db, eva, 15);
  const part = stopPath(cleo.id).split("/").at(-1) ?? "";
  expect(personOfStop(part)).toBe(cleo.id);
  const [, proof = ""] = part.split(".");
  const forged = `${Buffer.from(eva.id).toString("base64url")}.${proof}`;
  for (const wrong of [forged, part.slice(0, -1), `${part}A`, "", "unknown", ".", "a.b"])
    expect([wrong, await stopMail(db, null, wrong)]).toEqual([wrong, false]);
  expect(await db.mailChoice.count()).toBe(2);
  expect(await stopMail(db, null, part)).toBe(true);
  expect(await stopMail(db, null, part)).toBe(false);
  expect((await db.mailChoice.findMany()).map(({ personId }) => personId)).toEqual([eva.id]);
});

test("where links are not by https, no mail program is told to end them by itself", async () => {
  setForTest({
    ...SETTINGS,
    LOSSLINE_URL: "http://lossline.example",
    LOSSLINE_SMTP_URL: `smtp://127.0.0.1:${port}`,
    LOSSLINE_SMTP_FROM: "desk@lossline.example",
  });
  await chooseMail(db, cleo, 15);
  await say("Whose source?");
  await sendDigests(db, later(1));
  expect(got[0]?.headers).toContain(
    `List-Unsubscribe: <http://lossline.example${stopPath(cleo.id)}>`,
  );
  expect(got[0]?.headers).not.toContain("List-Unsubscribe-Post");
});

test("one click is the very field of RFC 8058, and nothing else", () => {
  const form = (name: string, value: string) => {
    const sent = new FormData();
    sent.set(name, value);
    return sent;
  };
  expect(isOneClick(form("List-Unsubscribe", "One-Click"))).toBe(true);
  expect(isOneClick(form("List-Unsubscribe", "one"))).toBe(false);
  expect(isOneClick(form("list", "One-Click"))).toBe(false);
  expect(isOneClick(new FormData())).toBe(false);
});

test("a subject is one line, and a long text is cut", () => {
  const news = {
    title: "Eva wrote:\r\nBcc: all@example.org",
    text: "x".repeat(2000),
    path: "/desk",
  };
  expect(digestSubject([news])).toBe("Lossline desk: Eva wrote: Bcc: all@example.org");
  const text = digestText([news], { base: "https://a.example", minutes: 60, stop: "/stop" });
  expect(text.length).toBeLessThan(900);
  expect(text).toContain("No more messages: https://a.example/stop");
});
