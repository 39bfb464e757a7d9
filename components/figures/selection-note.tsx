import type { Links } from "@/lib/site/urls/links";

/** By which rule Lossline's numbers beside others' figures are counted, and that the two are not one selection. */
export function SelectionNote({ links, actor = false }: { links: Links; actor?: boolean }) {
  return (
    <p className="mt-1 max-w-prose text-muted">
      {actor && "Publishers differ because their attributions and rules do. "}Lossline’s own numbers
      count every theft on its record in the same months
      {actor
        ? ", as far as it is attributed to this actor"
        : ", of the same category and attributed to the same actor where the figure names one"}
      : gross, best estimates. Not the same selection: which incidents a publisher counted is not
      known here, so neither number corrects the other.{" "}
      <a href={`${links.methodology}#figures`}>When none of ours stands beside a figure</a>
    </p>
  );
}
