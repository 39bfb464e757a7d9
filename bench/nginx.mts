import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root, StepFailure } from "../scripts/progress.mjs";
import { aptInstall } from "../scripts/running/browser.mjs";
import {
  hasProgram,
  missingPrograms,
  programPath,
} from "../scripts/running/deployment-programs.mjs";
import { freePort } from "../scripts/running/web.mjs";

/** nginx as deploy/ has it, in front of a web process. */
export interface Nginx {
  /** Through its cache. */
  cached: string;
  /** The same bytes and headers, which nginx reads from a file. */
  file: string;
  stop(): void;
}

/** Headers that nginx sets itself, and what says where an answer comes from. */
const ITS_OWN =
  /^(?:date|connection|keep-alive|content-length|content-type|etag|cache-status|server|last-modified|accept-ranges)$/i;

/**
 * Serves a view of a web process through nginx's cache, and beside it as a file; over TLS, as in deploy/.
 * @returns null where there is no nginx, or nothing fast enough to ask it by
 */
export async function serveByNginx(address: string, view: string): Promise<Nginx | null> {
  if ((await missingPrograms()).length > 0) return null;
  if (!hasProgram("wrk") && process.getuid?.() === 0) await aptInstall("bench-wrk", "wrk");
  if (!hasProgram("wrk")) return null;
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-bench-nginx-"));
  for (const name of ["run", "cache", "file"]) mkdirSync(path.join(folder, name));
  const [http, https, file] = [await freePort(), await freePort(), await freePort()];
  const [key, certificate] = [path.join(folder, "key.pem"), path.join(folder, "certificate.pem")];
  const start = path.join(root, "deploy", "nginx", "start.sh");
  const env = {
    // biome-ignore lint/style/noProcessEnv: handed on whole
    ...process.env,
    PATH: programPath(),
    RUN_FOLDER: path.join(folder, "run"),
    CACHE_FOLDER: path.join(folder, "cache"),
    NGINX_WORKERS: "1",
    WEB_ONE: new URL(address).host,
    WEB_OTHER: new URL(address).host,
    SITE_HOST: "localhost",
    HTTP_LISTEN: `127.0.0.1:${http}`,
    HTTPS_LISTEN: `127.0.0.1:${https}`,
    TLS_CERTIFICATE: certificate,
    TLS_KEY: key,
  };
  execFileSync(
    "openssl",
    ["req", "-x509", "-nodes", "-days", "2", "-newkey", "ec", "-pkeyopt"].concat(
      ["ec_paramgen_curve:prime256v1", "-keyout", key, "-out", certificate],
      ["-subj", "/CN=localhost"],
    ),
    { stdio: "pipe" },
  );
  execFileSync(start, ["render"], { env, stdio: "pipe" });
  const configuration = path.join(folder, "run", "nginx.conf");
  const { headers, body } = await answerOf(address + view);
  writeFileSync(path.join(folder, "file", "view"), body);
  // In the same http block, so that all else is the same.
  const text = readFileSync(configuration, "utf8").trimEnd().replace(/\}$/, "");
  writeFileSync(
    configuration,
    `user root;\n${text}server {
      listen 127.0.0.1:${file} ssl http2;
      server_name localhost;
      ssl_certificate ${certificate};
      ssl_certificate_key ${key};
      ssl_protocols TLSv1.2 TLSv1.3;
      root ${path.join(folder, "file")};
      default_type "${headers.find(([name]) => /^content-type$/i.test(name))?.[1]}";
      ${headers
        .filter(([name]) => !ITS_OWN.test(name))
        .map(([name, value]) => `add_header ${name} ${JSON.stringify(value)};`)
        .join("\n      ")}
      add_header Cache-Status "nginx; hit";
    }\n}\n`,
  );
  const child = spawn("nginx", ["-e", "stderr", "-c", configuration], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
  const end = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
  };
  process.once("exit", end);
  const stop = () => {
    process.off("exit", end);
    end();
    rmSync(folder, { recursive: true, force: true });
  };
  const urls = {
    cached: `https://localhost:${https}${view}`,
    file: `https://localhost:${file}/view`,
  };
  await wait(1_000);
  for (const url of Object.values(urls)) requestsPerSecond(url, 1);
  return { ...urls, stop };
}

/**
 * Asks with 16 connections as fast as answers come, by wrk: a client in Node would be slower than nginx.
 * @returns answers per second
 * @throws {StepFailure} where one failed
 */
export function requestsPerSecond(url: string, seconds: number): number {
  const said = execFileSync(
    "wrk",
    ["-t1", "-c16", `-d${seconds}s`, "-H", "Accept-Encoding: br", url],
    { encoding: "utf8" },
  );
  if (/Non-2xx|Socket errors/.test(said)) throw new StepFailure(`wrk says of ${url}:\n${said}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1]);
}

function answerOf(url: string): Promise<{ headers: [string, string][]; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "br" } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const { rawHeaders } = answer;
        const headers = rawHeaders.flatMap((name, place): [string, string][] =>
          place % 2 === 0 ? [[name, rawHeaders[place + 1] ?? ""]] : [],
        );
        resolve({ headers, body: Buffer.concat(chunks) });
      });
    }).on("error", reject);
  });
}
