import { createServer } from "node:http";
import pg from "pg";

// Run by bare-list.mts: runs the statements of whatever is asked for, writes the rows as JSON, and does nothing else.

process.once("message", ({ url, connections, views }) => {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const server = createServer(async (request, response) => {
    const results = await Promise.all((views[request.url] ?? []).map((sent) => pool.query(sent)));
    const body = JSON.stringify(results.map(({ rows }) => rows));
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(body);
  });
  server.listen(0, () => process.send(server.address().port));
});
