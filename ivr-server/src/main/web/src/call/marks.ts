import type { LadderEvent, Line, Peaks } from "../api/types";

/** A stretch of the recording worth seeing from afar. In seconds from the beginning. */
export interface Mark {
  kind: "silence" | "waiting" | "barge-in";
  from: number;
  to: number;
}

const LONG_SILENCE = 3;
/** Of 127: what a quiet line still carries. */
const QUIET = 3;

/** Everything marked on the waveform, in order: long silences of both sides, waiting for an agent, barge-ins. */
export function marksOf(peaks: Peaks, lines: readonly Line[], events: readonly LadderEvent[]): Mark[] {
  return [...silences(peaks), ...waits(events), ...bargeIns(lines)].sort((one, other) => one.from - other.from);
}

/** Where neither side was heard for more than three seconds. */
export function silences({ data, channels, length, samples_per_pixel, sample_rate }: Peaks): Mark[] {
  const seconds = samples_per_pixel / sample_rate;
  const found: Mark[] = [];
  let quietFrom = 0;
  for (let slice = 0; slice <= length; slice++) {
    const values = data.slice(2 * slice * channels, 2 * (slice + 1) * channels);
    if (slice < length && values.every((value) => Math.abs(value) <= QUIET)) continue;
    if ((slice - quietFrom) * seconds > LONG_SILENCE) {
      found.push({ kind: "silence", from: quietFrom * seconds, to: slice * seconds });
    }
    quietFrom = slice + 1;
  }
  return found;
}

function waits(events: readonly LadderEvent[]): Mark[] {
  const found: Mark[] = [];
  let since: number | undefined;
  for (const { kind, offsetMs } of events) {
    if (offsetMs === undefined) continue;
    if (kind === "queue-entered") since = offsetMs;
    if (since !== undefined && ["agent-joined", "queue-left", "ended"].includes(kind)) {
      found.push({ kind: "waiting", from: since / 1000, to: offsetMs / 1000 });
      since = undefined;
    }
  }
  return found;
}

function bargeIns(lines: readonly Line[]): Mark[] {
  return lines
    .filter(({ turn }) => turn?.bargeInMs !== undefined)
    .map(({ offsetMs }) => ({ kind: "barge-in", from: offsetMs / 1000, to: offsetMs / 1000 }));
}

/** The place of the next mark after `seconds`, or the one before; the same place if there is none. */
export function markBeside(marks: readonly Mark[], seconds: number, step: 1 | -1): number {
  const places = marks.map(({ from }) => from);
  const next = step > 0 ? places.find((place) => place > seconds + 0.1) : places.findLast((place) => place < seconds - 0.5);
  return next ?? seconds;
}
