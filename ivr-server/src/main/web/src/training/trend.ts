import type { Training } from "../api/types";

type Day = Training["days"][number];

/** So many days are drawn. */
const DRAWN = 30;
const A_DAY = 86_400_000;

const none = (day: string): Day => ({ day, calls: 0, unlocated: 0, words: 0, unknown: 0 });

/** Day by day up to the last one known, those without a call too; 30 at the most. */
export function dayByDay(days: readonly Day[]): Day[] {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const known = new Map(days.map((day) => [day.day, day]));
  const count = Math.min(DRAWN, Math.round((Date.parse(last.day) - Date.parse(first.day)) / A_DAY) + 1);
  return Array.from({ length: count }, (_, place) => {
    const day = new Date(Date.parse(last.day) - (count - 1 - place) * A_DAY).toISOString().slice(0, 10);
    return known.get(day) ?? none(day);
  });
}

/** What share of the calls was not located and of the words is unknown; undefined where there were none. */
export function shares(days: readonly Day[]): { unlocated: number | undefined; unknown: number | undefined } {
  const sum = (of: (day: Day) => number) => days.reduce((all, day) => all + of(day), 0);
  const share = (part: number, whole: number) => (whole === 0 ? undefined : part / whole);
  return {
    unlocated: share(sum((day) => day.unlocated), sum((day) => day.calls)),
    unknown: share(sum((day) => day.unknown), sum((day) => day.words)),
  };
}
