import { describe, expect, it } from "vitest";
import { wav } from "./wav";

describe("a WAV file", () => {
  it("has a header that tells its length, and clipped samples", () => {
    const bytes = new DataView(wav(new Float32Array([0, 1, -2]), 16_000));
    expect(bytes.byteLength).toBe(50);
    expect(bytes.getUint32(4, true)).toBe(42);
    expect(bytes.getUint32(24, true)).toBe(16_000);
    expect([44, 46, 48].map((at) => bytes.getInt16(at, true))).toEqual([0, 32_767, -32_767]);
  });
});
