import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useBoard } from "../api/useBoard";
import { useSession } from "../api/useSession";
import type { LiveAgent } from "../api/types";
import { QueueTiles } from "../board/QueueTiles";
import { useKeys } from "../lib/useKeys";
import { Freshness } from "../shell/Freshness";
import { MyCall } from "./MyCall";
import { NotResponding, StateMark } from "../ui/Glyphs";
import { Refused } from "../ui/Refused";
import { Timer } from "../ui/Timer";

/** An agent's own page: the state, the queues, and who calls and why before the answer. */
export function DeskPage() {
  const { t } = useTranslation();
  const { user, zone } = useSession();
  const state = useBoard();
  const { board } = state;
  const me = board?.agents.find(({ name }) => name === user.agent);
  const call = board?.calls.find(({ id, agent }) => id === me?.call || (agent !== undefined && agent === user.agent));
  return (
    <div className="desk" data-testid="desk" data-fresh={state.freshness}>
      <h1 className="unseen">{t("desk.title")}</h1>
      <Freshness state={state} zone={zone} />
      {board && !me && <p className="banner">{t("desk.notAgent")}</p>}
      {me && <MyState me={me} />}
      {board && (
        <section className="my-call" aria-label={t("desk.call")}>
          <h2>{t("desk.call")}</h2>
          {call && me ? <MyCall me={me} call={call} queues={board.queues} /> : <p className="empty">{t("desk.noCall")}</p>}
        </section>
      )}
      {board && <QueueTiles board={me ? { ...board, queues: board.queues.filter(({ name }) => me.queues.includes(name)) } : board} choose={() => undefined} />}
    </div>
  );
}

function MyState({ me }: { me: LiveAgent }) {
  const { t } = useTranslation();
  const change = useMutation({ mutationFn: (state: "available" | "on-break" | "signed-out") => api.setState(me.name, state) });
  useKeys([
    { code: "KeyR", label: "r", name: "ready", act: () => change.mutate("available") },
    { code: "KeyB", label: "b", name: "break", act: () => change.mutate("on-break") },
  ]);
  return (
    <section className="my-state" aria-label={t("desk.state")}>
      <StateMark state={me.state} /> <Timer since={me.since} />
      {me.notResponding && <NotResponding />}
      {!me.reachable && me.state !== "signed-out" && <span className="mark ghost">▲ {t("state.unreachable")}</span>}
      <button type="button" disabled={change.isPending} onClick={() => change.mutate("available")}>
        {t("board.setAvailable")} <kbd>r</kbd>
      </button>
      <button type="button" disabled={change.isPending} onClick={() => change.mutate("on-break")}>
        {t("board.setBreak")} <kbd>b</kbd>
      </button>
      <button type="button" disabled={change.isPending} onClick={() => change.mutate("signed-out")}>
        {t("board.signOut")}
      </button>
      {change.isError && <Refused error={change.error} />}
    </section>
  );
}
