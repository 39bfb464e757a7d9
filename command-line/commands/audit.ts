import { type Command, lastValue } from "@/command-line/command";
import { EXIT } from "@/command-line/failure";
import { KEY_OPTION, SERVER_OPTIONS } from "@/command-line/options";
import { readKey } from "@/command-line/verify/publisher-key";
import { asServerFailure } from "@/command-line/verify/server-failure";
import { auditServer } from "@/lib/site/proof/ask-server";

export const audit: Command = {
  name: "audit",
  about:
    "Reads all of a server's log and every public revision, and holds them against each other: that nothing that was published has been altered or taken out since.",
  words: null,
  takes: [0, 0],
  completes: [],
  options: [KEY_OPTION, ...SERVER_OPTIONS],
  formats: ["text", "json"],
  examples: ["lossline audit --key lossline.example+0a1b2c3d+AZ…"],
  async run(given, surroundings) {
    const server = surroundings.server();
    const { output, notes } = surroundings;
    const key = await readKey(lastValue(given, "key"));
    const logKey = key === null ? null : await key.forLog(server);
    const found = await asServerFailure(
      auditServer(
        server.base,
        logKey,
        (leaves, all) =>
          notes.progress(
            `${leaves.toLocaleString("en-GB")} of ${all.toLocaleString("en-GB")} leaves`,
          ),
        server.fetch,
      ),
    );
    notes.endProgress();
    const { problems, origin, leaves, root, signedBy, versions, digests, withheld } = found;
    const code = problems.length === 0 ? EXIT.ok : EXIT.notSo;
    if (given.format === "json") {
      await output.line(JSON.stringify({ holds: problems.length === 0, ...found }, null, 2));
      return code;
    }
    const count = (number: number) => number.toLocaleString("en-GB");
    const signed =
      signedBy === null
        ? "not signed, or not checked: its server alone vouches for it"
        : logKey === null
          ? `signed by ${signedBy}, the key that the server itself gives; --key holds it against one from elsewhere`
          : `signed by ${signedBy}, the key that you gave`;
    for (const line of [
      problems.length === 0
        ? output.styled("green", "The log holds.")
        : output.styled("red", `The log does not hold: ${count(problems.length)} problems.`),
      ...problems.map((problem) => `  ${problem}`),
      `Log ${origin}: ${count(leaves)} leaves, ${count(versions)} ${versions === 1 ? "version" : "versions"}; root ${root} in hexadecimal.`,
      `Its newest checkpoint is ${signed}.`,
      `${count(digests)} revisions say what their leaves are digests of; of ${count(withheld)}, an order took a text out, and nobody can check these.`,
      "This proves what the record said and when it was in the log, not that it is so; and not that others are shown the same log: compare the root with theirs.",
    ])
      await output.line(line);
    return code;
  },
};
