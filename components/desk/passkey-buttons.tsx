"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/desk/ui/button";
import { Field } from "@/components/desk/ui/field";
import { TextInput } from "@/components/desk/ui/text-input";

/** What the browser is to be asked, as JSON; or why it cannot be asked. */
type PasskeyRequest = { options: object } | { refused: string };
/** Where to go on; or why not. */
type Answer = { to: string } | { refused: string };

const NO_ANSWER = "No passkey was given. Try again, or use your password.";

/** Whether this browser knows passkeys, which takes JavaScript to find out. */
function usePasskeys(): boolean {
  const [known, setKnown] = useState(false);
  useEffect(() => {
    setKnown(
      "PublicKeyCredential" in window &&
        "parseRequestOptionsFromJSON" in PublicKeyCredential &&
        "parseCreationOptionsFromJSON" in PublicKeyCredential,
    );
  }, []);
  return known;
}

interface SignInProps {
  ask: () => Promise<PasskeyRequest>;
  /** Takes the browser's answer as JSON. */
  answer: (credential: string, next: string) => Promise<Answer>;
  next: string;
}

/** Signs in with a passkey; nothing where the browser knows none. */
export function PasskeySignIn({ ask, answer, next }: SignInProps) {
  const known = usePasskeys();
  const { problem, busy, run } = useCeremony();
  if (!known) return null;
  const press = () =>
    run(async () => {
      const request = await ask();
      if ("refused" in request) return request;
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
        request.options as PublicKeyCredentialRequestOptionsJSON,
      );
      const credential = await navigator.credentials.get({ publicKey });
      if (credential === null) return { refused: NO_ANSWER };
      return answer(JSON.stringify(credential), next);
    });
  return (
    <div className="mt-6 max-w-xl border-rule border-t pt-4">
      <Button type="button" kind="quiet" onClick={press} aria-disabled={busy || undefined}>
        Sign in with a passkey
      </Button>
      <Problem text={problem} />
    </div>
  );
}

interface AddProps {
  /** Given the password where it was asked for. */
  ask: (password: string) => Promise<PasskeyRequest | { refused: string; asksPassword?: true }>;
  /** Takes what the browser made, as JSON. */
  add: (credential: string, name: string) => Promise<Answer>;
  /** What the present device may be called. */
  device: string;
}

/** Adds a passkey to one's account. */
export function PasskeyAdd({ ask, add, device }: AddProps) {
  const known = usePasskeys();
  const { problem, busy, run } = useCeremony();
  const [name, setName] = useState(device);
  const [password, setPassword] = useState<string | null>(null);
  if (!known) {
    return (
      <p className="max-w-prose text-muted">
        Adding one takes JavaScript, and a browser that knows passkeys.
      </p>
    );
  }
  const press = () =>
    run(async () => {
      const request = await ask(password ?? "");
      if ("refused" in request) {
        if ("asksPassword" in request) setPassword((typed) => typed ?? "");
        return { refused: request.refused };
      }
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
        request.options as PublicKeyCredentialCreationOptionsJSON,
      );
      const credential = await navigator.credentials.create({ publicKey });
      if (credential === null) return { refused: "No passkey was made. Try again." };
      return add(JSON.stringify(credential), name);
    });
  return (
    <form
      className="max-w-xl space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <Field id="passkey-name" label="Name of the passkey" hint="To tell it from your others.">
        {(wired) => (
          <TextInput
            {...wired}
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {password !== null && (
        <Field id="passkey-password" label="Your password">
          {(wired) => (
            <TextInput
              {...wired}
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
      )}
      <Button kind="quiet" aria-disabled={busy || undefined}>
        Add a passkey
      </Button>
      <Problem text={problem} />
    </form>
  );
}

/** Runs what takes the browser and the server in turns, and goes on where it ends well. */
function useCeremony() {
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const run = (ceremony: () => Promise<Answer>) => {
    if (busy) return;
    setBusy(true);
    setProblem("");
    ceremony()
      .catch((): Answer => ({ refused: NO_ANSWER }))
      .then((outcome) => {
        if ("to" in outcome) return location.assign(outcome.to);
        setProblem(outcome.refused);
        setBusy(false);
      });
  };
  return { problem, busy, run };
}

function Problem({ text }: { text: string }) {
  return (
    <p role="alert" className="mt-2 font-semibold text-negative text-sm empty:hidden">
      {text}
    </p>
  );
}
