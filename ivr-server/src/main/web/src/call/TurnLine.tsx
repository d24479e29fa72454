import { useTranslation } from "react-i18next";
import type { Line } from "../api/types";
import { latency, place } from "../lib/format";
import { SideMark } from "../ui/Glyphs";

/** One line of the talk with what is known of its turn; a click plays it. */
export function TurnLine({ line, current, seek }: { line: Line; current: boolean; seek: (seconds: number) => void }) {
  const { t } = useTranslation();
  const { turn } = line;
  const at = place(line.offsetMs);
  return (
    <article className="turn" aria-current={current || undefined} data-testid={`line-${line.number}`}>
      <button
        type="button"
        className="turn-at timer"
        aria-label={t("call.playFrom", { time: at })}
        onClick={() => seek(line.offsetMs / 1000)}
      >
        {at}
      </button>
      <SideMark side={line.side} />
      <div className="turn-words" onClick={() => getSelection()?.isCollapsed && seek(line.offsetMs / 1000)}>
        {line.text && <p className={(line.confidence ?? 1) < 0.5 ? "unsure" : undefined}>{line.text}</p>}
        {line.keys && (
          <p>
            <span className="second">{t("call.keys")}</span> <kbd>{line.keys}</kbd>
          </p>
        )}
        {turn && turn.answer === "silence" && line.side === "caller" && <p className="second">{t("call.silence")}</p>}
        {turn && (
          <p className="turn-facts second">
            <span title={t("call.step")}>{turn.step}</span>
            {turn.intent && (
              <span>
                {t("call.understood")} <b>{turn.intent}</b>
              </span>
            )}
            {line.confidence !== undefined && turn.answer === "speech" && (
              <span>
                {t("call.confidence")} {Math.round(line.confidence * 100)} %
              </span>
            )}
            {turn.responseMs !== undefined && (
              <span>
                {t("call.response")} <b>{latency(turn.responseMs)}</b>
              </span>
            )}
            {turn.bargeInMs !== undefined && (
              <span className="mark barge-in">
                <span className="glyph" aria-hidden="true">
                  ↯
                </span>
                {t("call.bargeIn")}: {t("call.stopped", { time: latency(turn.bargeInMs) })}
              </span>
            )}
          </p>
        )}
      </div>
    </article>
  );
}
