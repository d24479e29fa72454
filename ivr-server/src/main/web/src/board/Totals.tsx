import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Board } from "../api/types";
import { duration } from "../lib/format";
import { useNow } from "../lib/useNow";
import { abandonRate, heardOf, longestWait, ready, serviceLevel, silentSince } from "./figures";

/** The six numbers that say how the centre is doing. */
export function Totals({ board }: { board: Board }) {
  const { t } = useTranslation();
  const now = useNow();
  const queues = heardOf(board);
  const waits = queues.flatMap((queue) => longestWait(queue, now) ?? []);
  const signedIn = board.agents.filter((agent) => agent.state !== "signed-out" && silentSince(board, agent) === undefined).length;
  const calls = board.calls.filter((call) => silentSince(board, call) === undefined);
  const atStage = (stage: string) => calls.filter((call) => call.stage === stage).length;
  return (
    <dl className="totals" data-testid="totals">
      <Total name={t("board.waiting")} id="waiting" value={queues.reduce((sum, queue) => sum + queue.waiting.length, 0)} />
      <Total name={t("board.longestWait")} id="longest" value={waits.length > 0 && duration(Math.max(...waits))} />
      <Total
        name={t("board.serviceLevel")}
        id="service-level"
        value={percent(serviceLevel(queues))}
        note={t("board.today")}
        explain={t("board.serviceLevelSum")}
      />
      <Total
        name={t("board.abandoned")}
        id="abandoned"
        value={percent(abandonRate(queues))}
        note={t("board.today")}
        explain={t("board.abandonedFormula")}
      />
      <Total name={t("board.agentsReady")} id="ready" value={ready(board)} note={t("board.ofAgents", { count: signedIn })} />
      <Total
        name={t("board.callsNow")}
        id="calls"
        value={calls.length}
        note={t("board.withBot", { bot: atStage("in-conversation"), agent: atStage("with-agent") })}
      />
    </dl>
  );
}

function percent(value: number | undefined): string | false {
  return value !== undefined && `${value.toFixed(1)} %`;
}

function Total(props: { name: string; id: string; value: ReactNode; note?: string; explain?: string }) {
  return (
    <div className="total" title={props.explain}>
      <dt>{props.name}</dt>
      <dd data-testid={`total-${props.id}`}>{props.value === false ? "—" : props.value}</dd>
      <dd className="second">{props.note}</dd>
    </div>
  );
}
