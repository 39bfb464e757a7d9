import { Server, ServerResponse } from "node:http";
import { afterAll } from "vitest";

/**
 * Takes off Node's servers again what the tests of a file hook on to them: files share a process, and the next
 * file's answers would be changed, or answered from memory. Called at the top of a file.
 */
export function undoServerHooks(): void {
  const { emit } = Server.prototype;
  const { writeHead } = ServerResponse.prototype;
  afterAll(() => {
    Server.prototype.emit = emit;
    ServerResponse.prototype.writeHead = writeHead;
  });
}
