import { useTranslation } from "react-i18next";
import type { LiveCall, LiveQueue } from "../api/types";
import { duration } from "../lib/format";
import { useNow } from "../lib/useNow";
import { HomeMark } from "../ui/HomeMark";
import { isBreached, longestWait, queueKey, waitLevel } from "./figures";
import { WaitingCallers } from "./WaitingCallers";

interface Props {
  queue: LiveQueue;
  calls: readonly LiveCall[];
  /** Nothing is told of it since then. */
  silent: number | undefined;
  open: boolean;
  toggle: () => void;
  choose: (call: string) => void;
}

/** One queue: who waits, how long, and how the day goes against the queue's own target. */
export function QueueTile({ queue, calls, silent, open, toggle, choose }: Props) {
  const { t } = useTranslation();
  const now = Math.min(useNow(), silent ?? Infinity);
  const wait = longestWait(queue, now);
  const breached = isBreached(queue, now);
  const state = breached ? "breached" : queue.offeredToday === 0 ? "none" : "within";
  const target = { percent: queue.targetPercent, seconds: queue.targetSeconds };
  return (
    <article className={`tile level-${waitLevel(wait, queue.targetSeconds)}`} data-state={state} data-silent={silent !== undefined} data-testid={`queue-${queueKey(queue).replace(":", "-")}`}>
      <button type="button" className="tile-head" data-row aria-expanded={open} onClick={toggle}>
        <span className="tile-name">
          {queue.name} <HomeMark of={queue} />
        </span>
        <span className={`mark queue-${state}`}>
          <span className="glyph" aria-hidden="true">
            {state === "breached" ? "▲" : state === "none" ? "○" : "●"}
          </span>
          {t(state === "breached" ? "board.breached" : state === "none" ? "board.noneToday" : "board.within")}
        </span>
      </button>
      <dl className="tile-figures">
        <div className="large">
          <dd data-testid="waiting">{queue.waiting.length}</dd>
          <dt>{t("board.waiting")}</dt>
        </div>
        <div className="large">
          <dd className="timer">{wait === undefined ? "—" : duration(wait)}</dd>
          <dt>{t("board.longestWait")}</dt>
        </div>
        <div className="large" title={t("board.serviceLevelFormula", target)}>
          <dd>{queue.serviceLevelPercent === undefined ? "—" : `${queue.serviceLevelPercent.toFixed(1)} %`}</dd>
          <dt>{t("board.target", target)}</dt>
        </div>
      </dl>
      <p className="tile-day second">
        {t("board.offered")} <b>{queue.offeredToday}</b> · {t("board.answered")} <b>{queue.answeredToday}</b> ·{" "}
        {t("board.gaveUp")} <b>{queue.abandonedToday}</b>
        {queue.unseenToday > 0 && (
          <span title={t("board.unseenMeans")}>
            {" "}
            · {t("board.unseen")} <b>{queue.unseenToday}</b>
          </span>
        )}
      </p>
      <p className="tile-day second">
        <span title={t("board.averageAnswerFormula")}>
          {t("board.averageAnswer")} <b data-testid="average-answer">{average(queue.averageAnswerMs)}</b>
        </span>{" "}
        ·{" "}
        <span title={t("board.averageHandleFormula")}>
          {t("board.averageHandle")} <b>{average(queue.averageHandleMs)}</b>
        </span>
      </p>
      {open && <WaitingCallers queue={queue} calls={calls} silent={silent} choose={choose} />}
    </article>
  );
}

function average(milliseconds: number | undefined): string {
  return milliseconds === undefined ? "—" : duration(milliseconds);
}
