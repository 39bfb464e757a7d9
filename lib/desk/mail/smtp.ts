import nodemailer from "nodemailer";
import { ONE_CLICK_POST } from "@/lib/desk/mail/mail-choice";

/** A message as it leaves. */
export interface Mail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  /** Where its reader ends such messages, on a page that asks first. */
  stopUrl: string;
  /** Where a mail program ends them for its reader at once. */
  oneClickUrl: string;
}

/** Where messages are sent through. */
export interface MailServer {
  /** LOSSLINE_SMTP_URL. */
  url: string;
  /** LOSSLINE_SMTP_FROM. */
  from: string;
}

/** Milliseconds that a mail server is waited for at each step. */
const PATIENCE = 10_000;

/** Hands a message to the mail server. @throws where it does not take it */
export async function sendMail(
  { url, from }: MailServer,
  { to, subject, text, stopUrl, oneClickUrl }: Mail,
): Promise<void> {
  const server = new URL(url);
  const secure = server.protocol === "smtps:";
  const user = decodeURIComponent(server.username);
  const transport = nodemailer.createTransport({
    host: server.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: server.port === "" ? (secure ? 465 : 587) : Number(server.port),
    secure,
    // A password is never sent in the clear.
    requireTLS: user !== "" && !secure,
    ...(user !== "" && { auth: { user, pass: decodeURIComponent(server.password) } }),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: 2 * PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      to,
      subject,
      text,
      headers: {
        ...unsubscribing(stopUrl, oneClickUrl),
        // As RFC 3834 has it: nobody's absence is told to it.
        "Auto-Submitted": "auto-generated",
      },
    });
  } finally {
    transport.close();
  }
}

/** How a message says where it is ended: by one click of its reader's mail program where RFC 8058 allows it, by https alone. */
function unsubscribing(stopUrl: string, oneClickUrl: string): Record<string, string> {
  if (!oneClickUrl.startsWith("https://")) return { "List-Unsubscribe": `<${stopUrl}>` };
  return {
    "List-Unsubscribe": `<${oneClickUrl}>`,
    "List-Unsubscribe-Post": ONE_CLICK_POST,
  };
}
