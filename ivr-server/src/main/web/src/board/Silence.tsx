import { useTranslation } from "react-i18next";
import type { Board } from "../api/types";
import { duration, timeOfDay } from "../lib/format";
import { useNow } from "../lib/useNow";

/** Says that nothing is told of Asterisk's queues, and since when. */
export function Silence({ board, zone }: { board: Board; zone: string }) {
  const { t } = useTranslation();
  const now = useNow();
  if (board.silentSince === undefined) return null;
  const words = { time: timeOfDay(board.silentSince, zone), age: duration(now - Date.parse(board.silentSince)) };
  return (
    <p className="freshness old" role="status" data-testid="silence">
      <span aria-hidden="true">▲ </span>
      {t("board.silent", words)}
    </p>
  );
}
