import { duration } from "../lib/format";
import { useNow } from "../lib/useNow";

/** How long ago `since` was by the server's clock; stands still when the data is stale. */
export function Timer({ since }: { since: string }) {
  return <span className="timer">{duration(useNow() - Date.parse(since))}</span>;
}
