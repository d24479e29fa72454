import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LadderEvent } from "../api/types";
import { timeOfDay } from "../lib/format";
import { Copy } from "../ui/Copy";
import { Rung } from "./Rung";

const LANES = ["signalling", "conversation", "queue", "recording"] as const;
const LIFELINES = ["caller", "hotline", "queue", "agent"] as const;
const KEPT = "hotline-ladder-hidden";

/** Everything that happened in a call as arrows between caller, hotline, queue and agent, in order of happening. */
export function Ladder(props: { events: readonly LadderEvent[]; zone: string; seek: (seconds: number) => void }) {
  const { t } = useTranslation();
  const [hidden, setHidden] = useState<readonly string[]>(() => (localStorage.getItem(KEPT) ?? "").split(" "));
  const toggle = (lane: string) => {
    const next = hidden.includes(lane) ? hidden.filter((some) => some !== lane) : [...hidden, lane];
    localStorage.setItem(KEPT, next.join(" "));
    setHidden(next);
  };
  const shown = props.events.filter(({ lane }) => !hidden.includes(lane));
  return (
    <section className="ladder" aria-label={t("call.ladder")} data-testid="ladder">
      <h2>
        {t("call.ladder")} <span className="second">{shown.length}</span>
        {props.events.length > 0 && <Copy text={asText(props.events, props.zone)} words={t("call.copyLadder")} />}
        <span className="choice" role="group">
          {LANES.map((lane) => (
            <button key={lane} type="button" aria-pressed={!hidden.includes(lane)} onClick={() => toggle(lane)}>
              {t(`lane.${lane}`)}
            </button>
          ))}
        </span>
      </h2>
      {props.events.length === 0 && <p className="empty">{t("call.noEvents")}</p>}
      <div className="ladder-heads" aria-hidden="true">
        <span />
        <div className="ladder-lifelines">
          {LIFELINES.map((lifeline) => (
            <span key={lifeline}>{t(`lifeline.${lifeline}`)}</span>
          ))}
        </div>
      </div>
      <ol>
        {shown.map((event, index) => (
          <Rung key={event.number} event={event} before={shown[index - 1]} first={props.events[0]?.at ?? event.at} zone={props.zone} seek={props.seek} />
        ))}
      </ol>
    </section>
  );
}

/** The whole ladder as text, with the times of the screen, for a ticket or a mail. */
function asText(events: readonly LadderEvent[], zone: string): string {
  return events
    .map(({ at, from, to, kind, text, detail }) => {
      const more = Object.entries(detail).map(([name, value]) => `${name}=${value}`);
      return [timeOfDay(at, zone, 3), `${from} -> ${to}`, kind, text, ...more].filter(Boolean).join("  ");
    })
    .join("\n");
}
