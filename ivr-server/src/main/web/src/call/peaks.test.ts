import { describe, expect, it } from "vitest";
import type { Peaks } from "../api/types";
import { lanes, lengthOf } from "./peaks";

const PEAKS: Peaks = {
  version: 2,
  channels: 2,
  sample_rate: 8000,
  samples_per_pixel: 160,
  bits: 8,
  length: 2,
  data: [-32, 8, 0, 0, -2, 2, -128, 127],
};

describe("peaks", () => {
  it("takes the louder half of each slice of each side, without the hiss", () => {
    const [caller, other] = lanes(PEAKS);
    expect(caller).toEqual([Math.sqrt(30 / 126), 0]);
    expect(other).toEqual([0, 1]);
    expect(lengthOf(PEAKS)).toBe(0.04);
  });

  it("draws a side that was not recorded as silence", () => {
    const [, other] = lanes({ ...PEAKS, channels: 1, data: [-32, 8, -2, 2] });
    expect(other).toEqual([0, 0]);
  });
});
