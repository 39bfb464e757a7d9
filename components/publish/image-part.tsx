"use client";

import { useState } from "react";
import { CopyButton } from "@/components/publish/copy-button";
import { PickOne } from "@/components/publish/pick-one";
import { PrintPart } from "@/components/publish/print-part";

const SHAPES = [
  { value: "article", label: "Article 16:9", width: 1200, height: 675 },
  { value: "square", label: "Square", width: 1080, height: 1080 },
  { value: "story", label: "Story 9:16", width: 1080, height: 1920 },
] as const;
const LOOKS = [
  { value: "light", label: "Light", query: "" },
  { value: "dark", label: "Dark", query: "theme=dark" },
  { value: "transparent", label: "Transparent", query: "background=transparent" },
  {
    value: "dark-transparent",
    label: "Transparent, for dark",
    query: "theme=dark&background=transparent",
  },
] as const;
const SCALES = ["1", "2", "3", "4"].map((value) => ({ value, label: `${value}×` }));

interface ImagePartProps {
  /** The chart's file without an ending, and its canonical query. */
  file: string;
  query: string;
  alternative: string;
}

/** The chart as a picture in each shape, to look at and to take. */
export function ImagePart({ file, query, alternative }: ImagePartProps) {
  const [shape, setShape] = useState<string>("article");
  const [look, setLook] = useState<string>("light");
  const [scale, setScale] = useState("2");
  const size = SHAPES.find(({ value }) => value === shape) ?? SHAPES[0];
  const drawing = [
    query,
    shape === "article" ? "" : `shape=${shape}`,
    LOOKS.find(({ value }) => value === look)?.query ?? "",
  ]
    .filter((part) => part !== "")
    .join("&");
  const png = `${file}.png?${drawing}${scale === "2" ? "" : `&scale=${scale}`}`;
  const preview = `${file}.png?${drawing}&scale=1`;

  return (
    <div>
      <h3 className="font-semibold text-lg">Picture</h3>
      <noscript>
        <p className="mt-2 text-sm">
          Ready to use:{" "}
          {SHAPES.map(({ value, label }) => (
            <span key={value}>
              {label} <a href={`${file}.svg?${query}&shape=${value}`}>SVG</a>{" "}
              <a href={`${file}.png?${query}&shape=${value}`}>PNG</a>.{" "}
            </span>
          ))}
          A dark one has <code>theme=dark</code> in its URL, one of four times the pixels{" "}
          <code>scale=4</code>.
        </p>
      </noscript>
      <div className="mt-2 flex flex-wrap gap-x-6 gap-y-3">
        <PickOne legend="Shape" options={SHAPES} chosen={shape} choose={setShape} />
        <PickOne legend="Look" options={LOOKS} chosen={look} choose={setLook} />
        <PickOne legend="PNG pixels" options={SCALES} chosen={scale} choose={setScale} />
      </div>
      <div
        className={`mt-4 flex h-72 items-center justify-center border border-rule p-3 ${look === "dark-transparent" ? "bg-[#14161a]" : "bg-panel"}`}
      >
        {/* biome-ignore lint/performance/noImgElement: it is drawn for this size already */}
        <img
          src={preview}
          alt={`Preview. ${alternative}`}
          width={size.width}
          height={size.height}
          loading="lazy"
          className="max-h-full w-auto max-w-full object-contain"
        />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <a href={png} download className="button no-underline">
          Download PNG
        </a>
        <a href={`${file}.svg?${drawing}`} download className="button no-underline">
          Download SVG
        </a>
        <CopyButton label="Copy image" copy={() => copyImage(png)} />
      </div>
      <p className="mt-2 text-muted text-sm tabular-nums">
        {size.width * Number(scale)} × {size.height * Number(scale)} pixels. The alternative text is
        in the file.
      </p>
      <PrintPart file={file} query={query} />
    </div>
  );
}

/** The browser is given a promise, because some let a page write only while it handles the press. */
function copyImage(address: string): Promise<void> {
  const picture = fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(`the picture was answered with ${answer.status}`);
    return answer.blob();
  });
  return navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
}
