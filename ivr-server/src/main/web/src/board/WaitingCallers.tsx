import { useTranslation } from "react-i18next";
import type { LiveCall, LiveQueue } from "../api/types";
import { Caller } from "../ui/Caller";
import { Timer } from "../ui/Timer";

/** Who waits, in order of service, and what is known of each already. */
export function WaitingCallers(props: { queue: LiveQueue; calls: readonly LiveCall[]; silent: number | undefined; choose: (call: string) => void }) {
  const { t } = useTranslation();
  if (props.queue.waiting.length === 0) return <p className="empty">{t("board.queueQuiet")}</p>;
  return (
    <ol className="waiting">
      {props.queue.waiting.map((waiting) => {
        const call = props.calls.find(({ id }) => id === waiting.call);
        return (
          <li key={waiting.call}>
            <button type="button" data-row onClick={() => props.choose(waiting.call)}>
              <Timer since={waiting.since} until={props.silent} />
              {call ? <Caller number={call.calling} /> : <span>—</span>}
              <span className="issue">{call?.issue ?? "—"}</span>
              {waiting.offeredTo && <span className="second">◔ {t("board.offeredTo", { agent: waiting.offeredTo })}</span>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
