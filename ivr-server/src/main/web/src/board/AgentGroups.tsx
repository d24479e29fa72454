import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgentState, Board, LiveAgent } from "../api/types";
import { StateMark } from "../ui/Glyphs";
import { AgentRow } from "./AgentRow";
import { isGhost, silentSince } from "./figures";

const ORDER: AgentState[] = ["offered", "available", "talking", "wrapping-up", "on-break"];

/**
 * Agents by state, in each state the longest first. Whoever is here by state but not by phone stands apart, on top: such
 * an agent gets no call. Who is offline is only counted until asked for.
 */
export function AgentGroups({ board, choose }: { board: Board; choose: (call: string) => void }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const offline = board.agents.filter(({ state }) => state === "signed-out");
  return (
    <section className="agents" aria-label={t("board.agents")}>
      <h2>
        {t("board.agents")} <span className="second">{board.agents.length - offline.length}</span>
      </h2>
      {board.agents.length === 0 && <p className="empty">{t("board.noAgents")}</p>}
      <Group state="unreachable" board={board} agents={board.agents.filter(isGhost)} choose={choose} />
      {ORDER.map((state) => (
        <Group key={state} state={state} board={board} agents={board.agents.filter((agent) => agent.state === state && !isGhost(agent))} choose={choose} />
      ))}
      {offline.length > 0 && (
        <button type="button" className="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          <StateMark state="signed-out" word={false} /> {t("board.hiddenOffline", { count: offline.length })}
        </button>
      )}
      {all && <Group state="signed-out" board={board} agents={offline} choose={choose} />}
    </section>
  );
}

function Unreachable() {
  const { t } = useTranslation();
  return (
    <span className="mark ghost">
      <span className="glyph" aria-hidden="true">
        ▲
      </span>
      {t("state.unreachable")}
    </span>
  );
}

function Group(props: { state: AgentState | "unreachable"; board: Board; agents: LiveAgent[]; choose: (call: string) => void }) {
  if (props.agents.length === 0) return null;
  const longestFirst = [...props.agents].sort((one, other) => one.since.localeCompare(other.since));
  return (
    <div className="agent-group" data-testid={`agents-${props.state}`}>
      <h3>
        {props.state === "unreachable" ? <Unreachable /> : <StateMark state={props.state} />}{" "}
        <span className="second">{props.agents.length}</span>
      </h3>
      <ul>
        {longestFirst.map((agent) => (
          <AgentRow key={agent.name} agent={agent} silent={silentSince(props.board, agent)} choose={props.choose} />
        ))}
      </ul>
    </div>
  );
}
