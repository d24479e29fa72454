import { describe, expect, it } from "vitest";
import { samples } from "./liveSound";

describe("live sound", () => {
  it("reads both sides of what the server sends: left and right in turn, in network order", () => {
    const [left, right] = samples(new Uint8Array([0x40, 0x00, 0xc0, 0x00, 0x00, 0x01, 0x7f, 0xff]));
    expect([...left]).toEqual([0.5, 1 / 32_768]);
    expect([...right]).toEqual([-0.5, 32_767 / 32_768]);
  });
});
