import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useBoard } from "../api/useBoard";
import { useSession } from "../api/useSession";
import { useKeys } from "../lib/useKeys";
import { useListCursor } from "../lib/useListCursor";
import { Freshness } from "../shell/Freshness";
import { AgentGroups } from "./AgentGroups";
import { CallDrawer } from "./CallDrawer";
import { LiveCalls } from "./LiveCalls";
import { QueueTiles } from "./QueueTiles";
import { Silence } from "./Silence";
import { Totals } from "./Totals";

/** What goes on now: queues worst first, calls, agents, and one call's running transcript. */
export function BoardPage() {
  const { t } = useTranslation();
  const { zone } = useSession();
  const state = useBoard();
  const [query, setQuery] = useSearchParams();
  const { list, keys } = useListCursor();
  const chosen = query.get("call");
  const choose = (call: string | undefined) =>
    setQuery((old) => {
      const next = new URLSearchParams(old);
      if (call === undefined) next.delete("call");
      else next.set("call", call);
      return next;
    });
  // The button does it, if it is there and may.
  const listen = () => list.current?.querySelector<HTMLElement>(".listen-button")?.click();
  useKeys([...keys, { code: "KeyL", label: "l", name: "listen", act: listen }, { code: "Escape", label: "Esc", name: "close", act: () => choose(undefined) }]);
  const { board } = state;
  return (
    <div className="board" data-testid="board" data-fresh={state.freshness}>
      <h1 className="unseen">{t("board.title")}</h1>
      <Freshness state={state} zone={zone} />
      {board !== undefined && <Silence board={board} zone={zone} />}
      {board === undefined ? (
        <div className="skeleton" aria-hidden="true" />
      ) : (
        <div className={chosen === null ? "board-grid" : "board-grid with-drawer"} ref={list}>
          <Totals board={board} />
          <QueueTiles board={board} choose={choose} />
          <LiveCalls board={board} chosen={chosen ?? undefined} choose={choose} />
          <AgentGroups board={board} choose={choose} />
          {chosen !== null && <CallDrawer key={chosen} board={board} id={chosen} fresh={state.freshness === "fresh"} close={() => choose(undefined)} />}
        </div>
      )}
    </div>
  );
}
