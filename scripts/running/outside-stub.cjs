// Preloaded into a program under test: puts a web of a few pages behind a public address, and lets nothing else be reached.
// The program's own checks of addresses are passed as by any other site; nothing of it knows of this file.
const dns = require("node:dns/promises");
const http = require("node:http");
const net = require("node:net");

const ADDRESS = "93.184.215.14";
const PAGES = {
  "/theft-of-the-day": `<!doctype html><html><head><title>Window title</title>
    <meta property="og:title" content="Bridge emptied &amp; paused">
    <meta property="og:site_name" content="The Stub">
    <meta property="article:published_time" content="2023-09-14T08:00:00Z"></head></html>`,
};

let port = null;
const server = http.createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://stub");
  if (pathname === "/inside") {
    response.writeHead(302, { Location: "http://169.254.169.254/latest/meta-data/" });
    return response.end();
  }
  const page = PAGES[pathname];
  response.writeHead(page === undefined ? 404 : 200, { "Content-Type": "text/html" });
  response.end(page ?? "Not here");
});
server.listen(0, "127.0.0.1", () => {
  port = server.address().port;
});
server.unref();

dns.lookup = async (host) => {
  if (host.endsWith(".stub-news.example")) return [{ address: ADDRESS, family: 4 }];
  throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND" });
};

const connect = net.connect;
net.connect = (...given) => {
  const [options] = given;
  const isOutside = options?.host === ADDRESS;
  return isOutside ? connect({ host: "127.0.0.1", port }) : connect(...given);
};
