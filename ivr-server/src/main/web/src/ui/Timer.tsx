import { duration } from "../lib/format";
import { useNow } from "../lib/useNow";

/** How long ago `since` was by the server's clock; stands still when the data is stale, or at `until`. */
export function Timer({ since, until }: { since: string; until?: number | undefined }) {
  return <span className="timer">{duration(Math.min(useNow(), until ?? Infinity) - Date.parse(since))}</span>;
}
