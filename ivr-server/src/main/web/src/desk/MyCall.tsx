import { useTranslation } from "react-i18next";
import type { LiveAgent, LiveCall, LiveQueue } from "../api/types";
import { RunningTranscript } from "../board/RunningTranscript";
import { duration } from "../lib/format";
import { useNow } from "../lib/useNow";
import { Caller } from "../ui/Caller";
import { Fact } from "../ui/Fact";
import { Slots } from "../ui/Slots";
import { Timer } from "../ui/Timer";

interface Props {
  me: LiveAgent;
  call: LiveCall;
  queues: readonly LiveQueue[];
}

/** Who calls and why: there while the phone rings, and it stays until the call is over. */
export function MyCall({ me, call, queues }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  const waiting = queues.flatMap((queue) => queue.waiting).find((some) => some.call === call.id);
  const rings = me.state === "offered";
  return (
    <div className={rings ? "offer" : "in-call"} data-testid="my-call" data-state={me.state}>
      <p className="my-caller">
        {rings && (
          <span className="mark state-offered">
            <span className="glyph" aria-hidden="true">
              ◔
            </span>
            {t("desk.rings")}
          </span>
        )}
        <Caller number={call.calling} />
      </p>
      <p className="my-reason">
        {t("desk.why")}: <b data-testid="why">{call.issue ?? t("desk.unknownIssue")}</b>
      </p>
      <dl className="facts">
        <Slots of={call} />
        <Fact name={t("call.queue")}>{call.queue ?? waitingIn(queues, call.id)}</Fact>
        <Fact name={t("call.waited")}>{waiting && duration(now - Date.parse(waiting.since))}</Fact>
        <Fact name={t("call.length")}>
          <Timer since={call.arrivedAt} />
        </Fact>
        <Fact name={t("call.language")}>{call.language}</Fact>
      </dl>
      <RunningTranscript lines={call.transcript} />
    </div>
  );
}

function waitingIn(queues: readonly LiveQueue[], call: string): string | undefined {
  return queues.find((queue) => queue.waiting.some((some) => some.call === call))?.name;
}
