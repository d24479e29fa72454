import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Board } from "../api/types";
import { now } from "../lib/clock";
import { useSettledOrder } from "../lib/useSettledOrder";
import { queueKey, silentSince, worstFirst } from "./figures";
import { QueueTile } from "./QueueTile";

/** All queues, worst first; one of them open. */
export function QueueTiles({ board, choose }: { board: Board; choose: (call: string) => void }) {
  const { t } = useTranslation();
  const [query, setQuery] = useSearchParams();
  const open = query.get("queue");
  const { settled, holding } = useSettledOrder([...board.queues].sort(worstFirst(now())), queueKey);
  const toggle = (name: string) =>
    setQuery((old) => {
      const next = new URLSearchParams(old);
      if (open === name) next.delete("queue");
      else next.set("queue", name);
      return next;
    });
  return (
    <section className="queues" aria-label={t("board.queues")}>
      <h2>{t("board.queues")}</h2>
      {settled.length === 0 && <p className="empty">{t("board.noQueues")}</p>}
      <div className="tiles" {...holding}>
        {settled.map((queue) => (
          <QueueTile
            key={queueKey(queue)}
            queue={queue}
            calls={board.calls}
            silent={silentSince(board, queue)}
            open={open === queueKey(queue)}
            toggle={() => toggle(queueKey(queue))}
            choose={choose}
          />
        ))}
      </div>
    </section>
  );
}
