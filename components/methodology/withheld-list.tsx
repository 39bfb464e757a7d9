import { Prose } from "@/components/methodology/prose";
import type { Withholding } from "@/lib/record/withholding/withholding";

/** What has been taken out of the record by order, and what is left of it. */
export function WithheldList({ withholdings }: { withholdings: readonly Withholding[] }) {
  return (
    <>
      <Prose>
        <p id="withheld">
          One thing can change what an older version says: an order of a court or of a
          data-protection office that a text or a name must go. Two people at the desk do it, the
          row stays with its amounts, days and place in every total, and where the text stood it
          says since which version it is withheld and by whose order; for a web address, files have{" "}
          <code>https://withheld.invalid/N</code>, with the version for N. Of the text a digest is
          left, made with a salt that was not kept: whoever is given both can prove what it said,
          nobody can guess it. {withholdings.length === 0 && "So far nothing has been withheld."}
        </p>
      </Prose>
      {withholdings.length > 0 && (
        <ul className="mt-4 border-rule border-t text-sm">
          {withholdings.map(({ version, orderedBy, reason, places, digests }) => (
            <li key={version} className="border-rule border-b py-3 [overflow-wrap:anywhere]">
              <p>
                <strong>Since version {version}</strong>, by order of {orderedBy}, in{" "}
                {places.toLocaleString("en-GB")} {places === 1 ? "place" : "places"}: {reason}
              </p>
              {digests.map((digest) => (
                <p key={digest} className="mt-1 font-mono text-muted text-xs">
                  SHA-256 {digest}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
