import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LadderEvent } from "../api/types";
import en from "../i18n/en.json";
import { duration, latency, timeOfDay } from "../lib/format";
import { actInWords, WeighingBars } from "./WeighingBars";

const PLACES: Record<LadderEvent["from"], number> = { caller: 0, hotline: 1, queue: 2, agent: 3 };
/** Details that are lengths of time in milliseconds. */
const TIMES = new Set(["waited", "talked", "length", "response", "bargeIn", "lost"]);

interface Props {
  event: LadderEvent;
  before: LadderEvent | undefined;
  /** When the call's first message came. */
  first: string;
  zone: string;
  seek: (seconds: number) => void;
}

/** One arrow: when, how long after the one before, from whom to whom, what; its details on a click. */
export function Rung({ event, before, first, zone, seek }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const from = PLACES[event.from];
  const to = PLACES[event.to];
  const left = Math.min(from, to);
  const span = Math.abs(to - from);
  const direction = span === 0 ? "self" : to > from ? "right" : "left";
  const title = event.kind in en.event ? t(`event.${event.kind as keyof typeof en.event}`) : event.kind;
  const summary = event.kind === "message" ? event.text : title;
  return (
    <li className={`rung lane-${event.lane}`} data-testid={`event-${event.number}`}>
      <button type="button" className="rung-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="rung-at timer">
          {timeOfDay(event.at, zone, 3)}
          <span className="second">{before && `+${gap(Date.parse(event.at) - Date.parse(before.at))}`}</span>
        </span>
        <span className="rung-lifelines">
          <span
            className={`arrow ${direction}`}
            style={{ left: `${12.5 + left * 25}%`, width: span === 0 ? undefined : `${span * 25}%` }}
          >
            <span className="arrow-words">
              {summary}
              {subject(t, event) && <b> {subject(t, event)}</b>}
              {event.kind !== "message" && event.text && <span className="second"> “{event.text}”</span>}
            </span>
          </span>
        </span>
      </button>
      {open && (
        <div className="rung-detail">
          <dl>
            {Object.entries(event.detail).map(([name, value]) => (
              <div key={name}>
                <dt>{name in en.detail ? t(`detail.${name as keyof typeof en.detail}`) : name}</dt>
                <dd>{TIMES.has(name) ? latency(Number(value)) : value}</dd>
              </div>
            ))}
            <div>
              <dt>{t("call.sinceInvite")}</dt>
              <dd>+{gap(Date.parse(event.at) - Date.parse(first))}</dd>
            </div>
          </dl>
          {event.text && <p>{event.text}</p>}
          {event.weighing && <WeighingBars weighing={event.weighing} />}
          {event.offsetMs !== undefined && event.offsetMs >= 0 && (
            <button type="button" className="quiet" onClick={() => seek((event.offsetMs ?? 0) / 1000)}>
              {t("call.playFrom", { time: duration(event.offsetMs) })}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

/** What the arrow is about: what was done next, a rating, an agent, a queue, an issue, a step. */
function subject(t: TFunction, { detail, weighing }: LadderEvent): string | undefined {
  const done = weighing?.options[0]?.act;
  if (done !== undefined) return actInWords(t, done);
  return rated(detail) ?? detail.agent ?? detail.queue ?? detail.issue ?? detail.step ?? detail.mailbox;
}

/** "CSAT 5"; nothing if it is no rating. */
export function rated({ scale, score }: LadderEvent["detail"]): string | undefined {
  return scale === undefined || score === undefined ? undefined : `${scale.toUpperCase()} ${score}`;
}

function gap(milliseconds: number): string {
  return milliseconds < 60_000 ? latency(milliseconds) : duration(milliseconds);
}
