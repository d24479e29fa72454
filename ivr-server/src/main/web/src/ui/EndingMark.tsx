import { useTranslation } from "react-i18next";
import type { Call, Ending } from "../api/types";

const GLYPHS: Record<Ending["kind"], string> = {
  completed: "✓",
  "caller-hung-up": "☎",
  transferred: "↪",
  "not-answered": "○",
  "line-lost": "✕",
  failed: "▲",
  interrupted: "▲",
};

/** How a call ended, as glyph and words; one that goes on says so. */
export function EndingMark({ call }: { call: Call }) {
  const { t } = useTranslation();
  const { ending } = call;
  if (ending === undefined) {
    return (
      <span className="mark stage-with-agent">
        <span className="glyph" aria-hidden="true">
          ▶
        </span>
        {t("calls.goingOn")}
      </span>
    );
  }
  const abandoned = ending.kind === "caller-hung-up" && ending.where === "in-queue";
  return (
    <span className={`mark ending-${abandoned ? "abandoned" : ending.kind}`}>
      <span className="glyph" aria-hidden="true">
        {GLYPHS[ending.kind]}
      </span>
      <span>
        {t(`ending.${ending.kind}`)} {ending.where && <span className="second">{t(`where.${ending.where}`)}</span>}
      </span>
    </span>
  );
}
