import { createMcpHandler } from "@modelcontextprotocol/server";
import { expect, test } from "vitest";
import { assistantServer } from "@/lib/site/assistants/assistant-server-queries";
import { TOOLS } from "@/lib/site/assistants/tools-queries";

const GIVEN: Readonly<Record<string, object>> = {
  get_incident: { id: "x" },
  get_actor: { id: "x" },
  check_address: { addresses: ["x"] },
  what_changed: { from: 0 },
  verify_citation: { citation: "/v/1/number" },
};

test.each(Object.keys(TOOLS))(
  "%s says in words for everybody that it failed, and nothing of what failed",
  async (name) => {
    const handler = createMcpHandler(() =>
      assistantServer(() => Promise.reject(new Error("relation secret_table of db.internal"))),
    );
    const response = await handler.fetch(
      new Request("http://lossline.example/mcp", {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          Accept: "application/json, text/event-stream",
        },
        body: JSON.stringify({
          jsonrpc: "2.0",
          id: 1,
          method: "tools/call",
          params: { name, arguments: GIVEN[name] ?? {} },
        }),
      }),
    );
    const answered = await response.text();
    expect(answered).toContain('"isError":true');
    expect(answered).toContain("The trouble is on our side");
    expect(answered).not.toContain("secret_table");
  },
);
