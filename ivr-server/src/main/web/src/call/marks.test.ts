import { describe, expect, it } from "vitest";
import type { LadderEvent, Line, Peaks } from "../api/types";
import { markBeside, marksOf, silences } from "./marks";

/** One slice a second, two channels. */
function peaks(loud: string): Peaks {
  const data = [...loud].flatMap((slice) => (slice === "#" ? [-40, 50, 0, 0] : slice === "~" ? [-2, 3, 0, 1] : [0, 0, 0, 0]));
  return { version: 2, channels: 2, sample_rate: 8000, samples_per_pixel: 8000, bits: 8, length: loud.length, data };
}

const event = (kind: string, offsetMs: number) => ({ kind, offsetMs }) as LadderEvent;

describe("marks of a recording", () => {
  it("finds silences of both sides beyond three seconds, also at the end", () => {
    expect(silences(peaks("##...##~~.~##....")).map(({ from, to }) => [from, to])).toEqual([
      [7, 11],
      [13, 17],
    ]);
    expect(silences(peaks(""))).toEqual([]);
  });

  it("puts waiting and barge-ins in order and walks along them", () => {
    const lines = [{ offsetMs: 1500, turn: { bargeInMs: 90 } }, { offsetMs: 3000 }] as Line[];
    const events = [event("queue-entered", 5000), event("offered", 5100), event("agent-joined", 9000), event("queue-left", 9900)];
    const marks = marksOf(peaks("##########"), lines, events);
    expect(marks).toEqual([
      { kind: "barge-in", from: 1.5, to: 1.5 },
      { kind: "waiting", from: 5, to: 9 },
    ]);
    expect(markBeside(marks, 0, 1)).toBe(1.5);
    expect(markBeside(marks, 1.5, 1)).toBe(5);
    expect(markBeside(marks, 5, 1)).toBe(5);
    expect(markBeside(marks, 5, -1)).toBe(1.5);
  });
});
