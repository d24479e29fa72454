import { describe, expect, it } from "vitest";
import type { Line } from "../api/types";
import { lineAt, responseTimes } from "./lines";

function line(number: number, offsetMs: number, responseMs?: number): Line {
  const turn = { number, step: "welcome", answer: "speech" as const, ...(responseMs === undefined ? {} : { responseMs }) };
  return { number, side: "caller", offsetMs, text: "x", turn };
}

describe("lines of a call", () => {
  const lines = [line(1, 0, 310), line(2, 4_000), line(3, 9_500, 900), line(4, 12_000, 400)];

  it("finds the line that plays", () => {
    expect(lineAt(lines, 0)).toBe(0);
    expect(lineAt(lines, 3.9)).toBe(0);
    expect(lineAt(lines, 4)).toBe(1);
    expect(lineAt(lines, 99)).toBe(3);
    expect(lineAt([line(1, 500)], 0.2)).toBe(-1);
  });

  it("sums up response times only if there are any", () => {
    expect(responseTimes(lines)).toEqual({ median: 400, worst: 900 });
    expect(responseTimes([line(1, 0)])).toBeUndefined();
  });
});
