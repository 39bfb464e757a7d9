import type { SeriesLabel } from "@/lib/statistics/charts/layout/geometry";

interface LegendButtonsProps {
  items: readonly SeriesLabel[];
  toggle: (key: string) => void;
  scale: number;
}

/** Switches that lie over the drawn legend: what is seen is the drawing's, what is pressed is this. */
export function LegendButtons({ items, toggle, scale }: LegendButtonsProps) {
  return (
    <fieldset className="contents">
      <legend className="sr-only">Shown</legend>
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          aria-pressed={!item.hidden}
          onClick={() => toggle(item.key)}
          className="absolute cursor-pointer rounded-xs outline-focus hover:outline hover:outline-dotted focus-visible:outline-2"
          style={{
            left: item.x * scale,
            top: item.y * scale,
            width: item.width * scale,
            height: item.height * scale,
          }}
        >
          <span className="sr-only">{item.texts.map((mark) => mark.text).join(" ")}</span>
        </button>
      ))}
    </fieldset>
  );
}
