import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { keptIsAnswered, newViews, type Readers, said } from "./answers.mjs";

/** So many take an answer a thousand bytes a second, and so many never say to its end what they ask for. */
const SLOW = 100;
const HALF_OPEN = 800;
/** How long the half-open may stay, in milliseconds: twice what they are given. */
const HUNG_UP_WITHIN = 40_000;

/** Large, and made anew for each, so that nothing of it is kept. */
const large = (place: number) => `/charts/monthly.png?scale=2&year=2023&headline=slow${place % 8}`;

/** Others are answered while many read slowly. */
export async function slowReaders(readers: Readers): Promise<string[]> {
  const sockets = await Promise.all(
    Array.from({ length: SLOW }, (_, place) => opened(readers, `GET ${large(place)} HTTP/1.1\r\n`)),
  );
  const reading = setInterval(() => {
    for (const socket of sockets) socket.read(1_000);
  }, 1_000);
  for (const socket of sockets) {
    socket.pause();
    socket.write("Host: localhost\r\n\r\n");
  }
  try {
    // Those whose pictures are made first are turned away or answered; after that they only read.
    await wait(5_000);
    return [...(await keptIsAnswered(readers, 2)), ...(await allAnswered(readers))];
  } finally {
    clearInterval(reading);
    for (const socket of sockets) socket.destroy();
  }
}

/** Others are answered while many connections are half open, and those are ended. */
export async function halfOpen(readers: Readers): Promise<string[]> {
  const sockets = await Promise.all(
    Array.from({ length: HALF_OPEN }, (_, place) =>
      opened(
        readers,
        place % 2 === 0
          ? "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: "
          : "POST /search/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nq=",
      ),
    ),
  );
  for (const socket of sockets) socket.resume();
  const begun = performance.now();
  const problems = [...(await keptIsAnswered(readers, 2)), ...(await allAnswered(readers))];
  while (sockets.some(({ closed }) => !closed) && performance.now() - begun < HUNG_UP_WITHIN)
    await wait(250);
  const left = sockets.filter(({ closed }) => !closed).length;
  for (const socket of sockets) socket.destroy();
  return [
    ...problems,
    ...(left === 0 ? [] : [`${left} are still open after ${HUNG_UP_WITHIN} ms`]),
  ];
}

async function allAnswered(readers: Readers): Promise<string[]> {
  const answers = await readers.askAll([...newViews(), "/search?q=exchange", "/desk/sign-in"]);
  return answers.flatMap((answer) =>
    answer.status === 200 ? [] : [`${answer.path} ${said(answer)} meanwhile`],
  );
}

/** A connection on which something has been said. */
function opened({ base }: Readers, text: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(base).port), "localhost", () => {
      socket.write(text);
      socket.off("error", reject);
      resolve(socket);
    });
    socket.once("error", reject);
    socket.on("error", () => {});
  });
}
