import { signedIn } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";

/** There is no such page of the desk, or nothing that this person may read. */
export default async function DeskNotFound() {
  const person = await signedIn();
  return (
    <DeskFrame person={person} section={null}>
      <p className="text-muted text-sm">Error 404</p>
      <h1 className="mt-1 font-semibold text-3xl">There is no such page</h1>
      <p className="mt-4 max-w-prose">
        The address may be mistyped, or what it leads to is not yours to read.
      </p>
      <p className="mt-4">
        <a href="/desk">{person === null ? "Sign in" : "To my work"}</a>
      </p>
    </DeskFrame>
  );
}
