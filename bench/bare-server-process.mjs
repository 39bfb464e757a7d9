import { createServer } from "node:http";

// Run by bare-server.mts: answers with what it is given, and does nothing else.

process.once("message", (answers) => {
  const ready = new Map(
    Object.entries(answers).map(([view, { headers, body }]) => [
      view,
      { headers, body: Buffer.from(body, "base64") },
    ]),
  );
  const server = createServer(({ url }, response) => {
    const answer = ready.get(url);
    response.writeHead(answer === undefined ? 404 : 200, answer?.headers);
    response.end(answer?.body);
  });
  server.listen(0, () => process.send(server.address().port));
});
