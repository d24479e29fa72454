import { expect, test } from "vitest";
import { dayByDay, shares } from "./trend";

const day = (name: string, calls: number, unlocated: number, words = 0, unknown = 0) => ({ day: name, calls, unlocated, words, unknown });

test("days without a call are there too, and not more than thirty", () => {
  const days = dayByDay([day("2026-02-27", 3, 1), day("2026-03-02", 2, 2)]);
  expect(days.map((some) => some.day)).toEqual(["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"]);
  expect(days[1]?.calls).toBe(0);
  expect(dayByDay([day("2026-01-01", 1, 0), day("2026-03-02", 2, 2)])).toHaveLength(30);
  expect(dayByDay([])).toEqual([]);
});

test("shares are of all days together, and unknown where there is nothing to share", () => {
  expect(shares([day("2026-02-27", 3, 1, 10, 1), day("2026-02-28", 1, 1, 10, 4)])).toEqual({ unlocated: 0.5, unknown: 0.25 });
  expect(shares([])).toEqual({ unlocated: undefined, unknown: undefined });
});
