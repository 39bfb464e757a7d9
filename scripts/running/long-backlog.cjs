// Loaded before Next: many readers who come at the same moment wait for a connection in a line that holds them all.
// Whoever finds Node's own line of 511 full is not refused, but tries again only after seconds.
const { Server } = require("node:net");

/** As many as Linux lets wait without further settings. */
const BACKLOG = 4096;

const { listen } = Server.prototype;
Server.prototype.listen = function (port, host, ...rest) {
  if (typeof port !== "number") return listen.call(this, port, host, ...rest);
  const given = [host, ...rest];
  const name = given.find((each) => typeof each === "string");
  const whenListening = given.find((each) => typeof each === "function");
  return listen.call(this, { port, host: name, backlog: BACKLOG }, whenListening);
};
