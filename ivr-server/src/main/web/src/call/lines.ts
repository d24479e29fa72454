import type { Line } from "../api/types";

/** The line that plays at `seconds`: the last that has begun; -1 before the first. */
export function lineAt(lines: readonly Line[], seconds: number): number {
  // A place sought from a line's own address may fall a hundredth short of it by rounding.
  const at = Math.round(seconds * 1000) + 60;
  return lines.findLastIndex((line) => line.offsetMs <= at);
}

/** Response times of a talk in milliseconds: the middle one and the worst; nothing without any. */
export function responseTimes(lines: readonly Line[]): { median: number; worst: number } | undefined {
  const times = lines.flatMap((line) => line.turn?.responseMs ?? []).sort((one, other) => one - other);
  const median = times[Math.floor((times.length - 1) / 2)];
  const worst = times.at(-1);
  return median === undefined || worst === undefined ? undefined : { median, worst };
}
