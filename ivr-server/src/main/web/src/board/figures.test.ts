import { describe, expect, it } from "vitest";
import type { LiveQueue } from "../api/types";
import { abandonRate, heardOf, isBreached, longestWait, queueKey, serviceLevel, silentSince, waitLevel, worstFirst } from "./figures";

const NOW = Date.parse("2026-11-21T06:00:00Z");

function queue(name: string, waits: number[], more: Partial<LiveQueue> = {}): LiveQueue {
  return {
    name,
    home: "hotline",
    waiting: waits.map((seconds, i) => ({
      call: `${name}${i}call`,
      since: new Date(NOW - seconds * 1000).toISOString(),
    })),
    offeredToday: 0,
    answeredToday: 0,
    answeredInTimeToday: 0,
    abandonedToday: 0,
    shortAbandonedToday: 0,
    unseenToday: 0,
    targetSeconds: 20,
    targetPercent: 80,
    ...more,
  };
}

describe("figures of the board", () => {
  it("knows no longest wait when nobody waits, rather than zero", () => {
    expect(longestWait(queue("q", []), NOW)).toBeUndefined();
    expect(longestWait(queue("q", [3, 47]), NOW)).toBe(47_000);
  });

  it("judges each queue by its own target", () => {
    expect(isBreached(queue("q", [19]), NOW)).toBe(false);
    expect(isBreached(queue("q", [21]), NOW)).toBe(true);
    expect(isBreached(queue("q", [21], { targetSeconds: 30 }), NOW)).toBe(false);
    expect(isBreached(queue("q", [], { serviceLevelPercent: 79.9 }), NOW)).toBe(true);
    expect(waitLevel(undefined, 20)).toBe(0);
    expect(waitLevel(20_001, 20)).toBe(1);
    expect(waitLevel(60_001, 20)).toBe(2);
  });

  it("puts the worst queue first", () => {
    const queues = [queue("calm", []), queue("busy", [5, 6]), queue("late", [25]), queue("one", [6])];
    expect(queues.sort(worstFirst(NOW)).map(({ name }) => name)).toEqual(["late", "busy", "one", "calm"]);
  });

  it("leaves out queues of which nothing is told", () => {
    const ours = queue("service", []);
    const theirs = queue("service", [], { home: "asterisk" });
    const board = { at: "", calls: [], queues: [ours, theirs], agents: [] };
    expect(heardOf(board)).toHaveLength(2);
    const silent = { ...board, silentSince: new Date(NOW).toISOString() };
    expect(heardOf(silent)).toEqual([ours]);
    expect(silentSince(silent, theirs)).toBe(NOW);
    expect(silentSince(silent, ours)).toBeUndefined();
    expect(queueKey(ours)).not.toBe(queueKey(theirs));
  });

  it("adds up queues before it divides", () => {
    const queues = [
      queue("big", [], { offeredToday: 104, shortAbandonedToday: 4, answeredInTimeToday: 70, abandonedToday: 10 }),
      queue("small", [], { offeredToday: 10, answeredInTimeToday: 10 }),
    ];
    expect(serviceLevel(queues)).toBeCloseTo(72.7, 1);
    expect(abandonRate(queues)).toBeCloseTo(8.8, 1);
    expect(serviceLevel([queue("new", [])])).toBeUndefined();
    expect(abandonRate([])).toBeUndefined();
  });
});
