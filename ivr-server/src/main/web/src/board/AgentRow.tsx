import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import type { LiveAgent } from "../api/types";
import { useSession } from "../api/useSession";
import { NotResponding, StateMark } from "../ui/Glyphs";
import { Refused } from "../ui/Refused";
import { HomeMark } from "../ui/HomeMark";
import { Timer } from "../ui/Timer";
import { isGhost } from "./figures";

/** One agent: name, time in state, a flag if the phone is silent, the call, and what a supervisor may change. */
export function AgentRow({ agent, silent, choose }: { agent: LiveAgent; silent: number | undefined; choose: (call: string) => void }) {
  const { steers } = useSession();
  const { call } = agent;
  return (
    <li className="agent" data-testid={`agent-${agent.name}`} data-state={agent.state} data-silent={silent !== undefined}>
      <span className={`edge state-${agent.state}`} aria-hidden="true" />
      {call === undefined ? (
        <span className="agent-name">{agent.displayName}</span>
      ) : (
        <button type="button" className="agent-name" data-row onClick={() => choose(call)}>
          {agent.displayName}
        </button>
      )}
      {isGhost(agent) && (
        <StateMark state={agent.state} />
      )}
      {agent.notResponding && <NotResponding />}
      <span className="agent-queues second">
        {agent.reason !== undefined && `${agent.reason} · `}
        {agent.queues.join(" ")} <HomeMark of={agent} />
      </span>
      <Timer since={agent.since} until={silent} />
      {steers && silent === undefined && <AgentActions agent={agent} />}
    </li>
  );
}

function AgentActions({ agent }: { agent: LiveAgent }) {
  const { t } = useTranslation();
  const change = useMutation({ mutationFn: (state: "available" | "on-break" | "signed-out") => api.setState(agent.name, state) });
  return (
    <details className="menu">
      <summary aria-label={t("board.agentActions", { name: agent.displayName })}>⋯</summary>
      <div className="menu-items">
        <button type="button" disabled={change.isPending} onClick={() => change.mutate("available")}>
          {t("board.setAvailable")}
        </button>
        <button type="button" disabled={change.isPending} onClick={() => change.mutate("on-break")}>
          {t("board.setBreak")}
        </button>
        {agent.removable && (
          <button type="button" disabled={change.isPending} onClick={() => change.mutate("signed-out")}>
            {t("board.signOut")}
          </button>
        )}
        {change.isError && <Refused error={change.error} />}
      </div>
    </details>
  );
}
