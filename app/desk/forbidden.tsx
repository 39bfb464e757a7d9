import { signedIn } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";

/** Answers, with status 403, whoever asks for what their role may not do. */
export default async function Forbidden() {
  const person = await signedIn();
  return (
    <DeskFrame person={person} section={null}>
      <p className="text-muted text-sm">Error 403</p>
      <h1 className="mt-1 font-semibold text-3xl">Your role may not do this</h1>
      {person !== null && (
        <p className="mt-4 max-w-prose">
          You are signed in as {person.name}, {person.role}. An admin can change somebody’s role,
          under People.
        </p>
      )}
      <p className="mt-4">
        <a href="/desk">To my work</a>
      </p>
    </DeskFrame>
  );
}
