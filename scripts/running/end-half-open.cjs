// Loaded before Next: whoever opens a connection and never says to its end what they ask for is hung up on soon. Node waits
// a minute for the head of a request, and looks only every half a minute.
const { Server } = require("node:http");

/** In milliseconds. */
const HEAD_WITHIN = 15_000;
const LOOKED_AT = 5_000;

const { listen } = Server.prototype;
Server.prototype.listen = function (...given) {
  this.headersTimeout = HEAD_WITHIN;
  this.connectionsCheckingInterval = LOOKED_AT;
  return listen.apply(this, given);
};
