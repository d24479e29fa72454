import type { Board, LiveAgent, LiveQueue } from "../api/types";

/** When nothing is told of this home's queues and agents since; then they are shown as they were. */
export function silentSince(board: Board, { home }: { home: LiveQueue["home"] }): number | undefined {
  return home === "asterisk" && board.silentSince !== undefined ? Date.parse(board.silentSince) : undefined;
}

/** The queues of which we know how they are. */
export function heardOf(board: Board): LiveQueue[] {
  return board.queues.filter((queue) => silentSince(board, queue) === undefined);
}

/** Names a queue: there may be one of the same name in the other home. */
export function queueKey({ home, name }: LiveQueue): string {
  return home === "hotline" ? name : `${home}:${name}`;
}

/** The longest present wait in milliseconds at `now`; nothing if nobody waits. */
export function longestWait(queue: LiveQueue, now: number): number | undefined {
  const waits = queue.waiting.map(({ since }) => now - Date.parse(since));
  return waits.length === 0 ? undefined : Math.max(0, ...waits);
}

/** A queue misses its target when the service level of today is below it, or someone waits longer than it allows. */
export function isBreached(queue: LiveQueue, now: number): boolean {
  const tooLow = queue.serviceLevelPercent !== undefined && queue.serviceLevelPercent < queue.targetPercent;
  return tooLow || (longestWait(queue, now) ?? 0) > queue.targetSeconds * 1000;
}

/** How alarming a wait is: 0 within the target, 1 beyond it, 2 beyond three times of it. */
export function waitLevel(wait: number | undefined, targetSeconds: number): 0 | 1 | 2 {
  if (wait === undefined || wait <= targetSeconds * 1000) return 0;
  return wait <= targetSeconds * 3000 ? 1 : 2;
}

/** Worst first: target missed, then longest wait, then most waiting, then by name. */
export function worstFirst(now: number): (one: LiveQueue, other: LiveQueue) => number {
  return (one, other) =>
    Number(isBreached(other, now)) - Number(isBreached(one, now)) ||
    (longestWait(other, now) ?? 0) - (longestWait(one, now) ?? 0) ||
    other.waiting.length - one.waiting.length ||
    one.name.localeCompare(other.name);
}

/** Answered in time of those offered, short abandons and the unseen left out, in percent; nothing before the first call. */
export function serviceLevel(queues: readonly LiveQueue[]): number | undefined {
  const counted = sum(queues, (queue) => queue.offeredToday - queue.shortAbandonedToday - queue.unseenToday);
  return counted <= 0 ? undefined : (100 * sum(queues, (queue) => queue.answeredInTimeToday)) / counted;
}

/** Abandoned of offered, in percent; nothing before the first call. */
export function abandonRate(queues: readonly LiveQueue[]): number | undefined {
  const offered = sum(queues, (queue) => queue.offeredToday);
  return offered === 0 ? undefined : (100 * sum(queues, (queue) => queue.abandonedToday)) / offered;
}

/** Present by state but with a silent phone: such an agent cannot be called and is not counted as ready. */
export function isGhost(agent: LiveAgent): boolean {
  return !agent.reachable && agent.state !== "signed-out";
}

/** Agents who would get the next call. */
export function ready(board: Board): number {
  return board.agents.filter((agent) => agent.state === "available" && !isGhost(agent) && silentSince(board, agent) === undefined).length;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
