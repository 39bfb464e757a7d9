// Loaded before Next: many readers who come at the same moment wait for a connection in a line that holds them all.
// Whoever finds Node's own line of 511 full is not refused, but tries again only after seconds.
const { Server } = require("node:net");

/** As many as Linux lets wait without further settings. */
const BACKLOG = 4096;

// Next calls 127.0.0.1 and ::1 “localhost” in some places and not in others, and then takes its own pages for somebody
// else's: where HOST is one of them, Next is not told, and it is put in here.
// biome-ignore lint/style/noProcessEnv: loaded before anything that parses settings
const { HOST = "" } = process.env;
const loopback = /^(?:127\.\d+\.\d+\.\d+|::1)$/.test(HOST) ? HOST : undefined;

const { listen } = Server.prototype;
Server.prototype.listen = function (port, host, ...rest) {
  if (typeof port !== "number") return listen.call(this, port, host, ...rest);
  const given = [host, ...rest];
  const name = given.find((each) => typeof each === "string") ?? loopback;
  const whenListening = given.find((each) => typeof each === "function");
  return listen.call(this, { port, host: name, backlog: BACKLOG }, whenListening);
};
