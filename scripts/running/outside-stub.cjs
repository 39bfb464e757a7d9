// Preloaded into a program under test: puts a web of a few pages behind a public address, and lets nothing else be reached.
// The program's own checks of addresses and of certificates are passed as by any other site; nothing of it knows of this file.
const dns = require("node:dns/promises");
const http = require("node:http");
const https = require("node:https");
const net = require("node:net");
const tls = require("node:tls");
const { KeyObject, webcrypto } = require("node:crypto");

const ADDRESS = "93.184.215.14";
/** The one host that can prove by TLS who it is: it takes what it is sent. */
const RECEIVER = "receiver.stub-news.example";
const PAGES = {
  "/theft-of-the-day": `<!doctype html><html><head><title>Window title</title>
    <meta property="og:title" content="Bridge emptied &amp; paused">
    <meta property="og:site_name" content="The Stub">
    <meta property="article:published_time" content="2023-09-14T08:00:00Z"></head></html>`,
};

function answer(request, response) {
  const { pathname } = new URL(request.url, "http://stub");
  if (pathname === "/inside") {
    response.writeHead(302, { Location: "http://169.254.169.254/latest/meta-data/" });
    return response.end();
  }
  const page = PAGES[pathname];
  response.writeHead(page === undefined ? 404 : 200, { "Content-Type": "text/html" });
  response.end(page ?? "Not here");
}

/** Takes a webhook's message, and answers with what it says, as a receiver's log would. */
function take(request, response) {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    const signed = "webhook-id" in request.headers && "webhook-signature" in request.headers;
    response.writeHead(signed ? 200 : 400, { "Content-Type": "text/plain" });
    response.end(signed ? `Received ${JSON.parse(body).type}` : "Not signed");
  });
}

const listening = (server) =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server.address().port));
    server.unref();
  });

let port = null;
listening(http.createServer(answer)).then((of) => {
  port = of;
});

/** The receiver's server and what its certificate is checked with: made where it is first asked, trusted in this process alone. */
let receiver = null;
async function openReceiver() {
  const { SubjectAlternativeNameExtension, X509CertificateGenerator } = require("@peculiar/x509");
  const signingAlgorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const keys = await webcrypto.subtle.generateKey(signingAlgorithm, true, ["sign", "verify"]);
  const day = 24 * 60 * 60 * 1000;
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${RECEIVER}`,
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + day),
    keys,
    signingAlgorithm,
    extensions: [new SubjectAlternativeNameExtension([{ type: "dns", value: RECEIVER }])],
  });
  const cert = certificate.toString("pem");
  const key = KeyObject.from(keys.privateKey).export({ type: "pkcs8", format: "pem" });
  return { cert, port: await listening(https.createServer({ cert, key }, take)) };
}

dns.lookup = async (host) => {
  if (!host.endsWith(".stub-news.example"))
    throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND" });
  receiver ??= await openReceiver();
  return [{ address: ADDRESS, family: 4 }];
};

const connect = net.connect;
net.connect = (...given) => {
  const [options] = given;
  if (options?.host !== ADDRESS) return connect(...given);
  return connect({ host: "127.0.0.1", port: options.port === 443 ? receiver.port : port });
};

const secure = tls.connect;
tls.connect = (...given) => {
  const [options] = given;
  const isOfStub = options?.servername?.endsWith(".stub-news.example");
  return isOfStub ? secure({ ...options, ca: receiver.cert }) : secure(...given);
};
