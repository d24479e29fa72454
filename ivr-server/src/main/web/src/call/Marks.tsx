import { useTranslation } from "react-i18next";
import { duration, place } from "../lib/format";
import type { Mark } from "./marks";

/** The marks over the waveform; a legend says what is what, and how much of it there is. */
export function Marks({ marks, length }: { marks: readonly Mark[]; length: number }) {
  const { t } = useTranslation();
  return (
    <div className="marks" aria-hidden="true">
      {marks.map((mark) => (
        <span
          key={`${mark.kind} ${mark.from}`}
          className={`marked ${mark.kind}`}
          title={`${t(`mark.${mark.kind}`)} ${place(mark.from * 1000)}${mark.to > mark.from ? ` · ${duration((mark.to - mark.from) * 1000)}` : ""}`}
          style={{ left: `${(100 * mark.from) / length}%`, width: `${(100 * (mark.to - mark.from)) / length}%` }}
        />
      ))}
    </div>
  );
}

/** What the marks mean. */
export function MarkLegend({ marks }: { marks: readonly Mark[] }) {
  const { t } = useTranslation();
  const sum = (kind: Mark["kind"]) => marks.filter((mark) => mark.kind === kind);
  const seconds = (some: readonly Mark[]) => duration(some.reduce((total, { from, to }) => total + to - from, 0) * 1000);
  return (
    <p className="mark-legend second" data-testid="marks">
      {(["silence", "waiting", "barge-in"] as const)
        .filter((kind) => sum(kind).length > 0)
        .map((kind) => (
          <span key={kind} className="mark">
            <span className={`swatch ${kind}`} aria-hidden="true" />
            {t(`mark.${kind}`)} {sum(kind).length}
            {kind !== "barge-in" && ` · ${seconds(sum(kind))}`}
          </span>
        ))}
    </p>
  );
}
