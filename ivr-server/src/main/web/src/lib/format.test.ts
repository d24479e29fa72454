import { describe, expect, it } from "vitest";
import { duration, latency, midnight, moment, phoneNumber, place, zoneName } from "./format";

describe("format", () => {
  it("writes durations as people read them", () => {
    expect(duration(0)).toBe("0:00");
    expect(duration(65_999)).toBe("1:05");
    expect(duration(3_600_000)).toBe("1:00:00");
    expect(duration(-5)).toBe("0:00");
    expect(place(83_450)).toBe("1:23.4");
    expect(place(-320)).toBe("-0:00.3");
    expect(latency(310)).toBe("310 ms");
    expect(latency(1_440)).toBe("1.4 s");
  });

  it("tells times in the business zone, whatever the browser's", () => {
    expect(moment("2026-11-20T09:58:00Z", "Asia/Shanghai", "zh")).toBe("11-20 17:58");
    expect(moment("2026-11-20T09:58:00Z", "Asia/Shanghai", "en")).toBe("20 Nov 17:58");
    expect(zoneName("Asia/Shanghai", "en")).toContain("UTC+8");
  });

  it("groups phone numbers and leaves masked ones alone", () => {
    expect(phoneNumber("13812345678")).toBe("138 1234 5678");
    expect(phoneNumber("+8613812345678")).toBe("138 1234 5678");
    expect(phoneNumber("01088888888")).toBe("010 8888 8888");
    expect(phoneNumber("138****5678")).toBe("138****5678");
    expect(phoneNumber("+442079460000")).toBe("+442079460000");
  });

  it("finds midnight of the business day, also when clocks change", () => {
    const noon = Date.parse("2026-11-21T06:00:00Z");
    expect(midnight(noon, "Asia/Shanghai", 0)).toBe("2026-11-20T16:00:00.000Z");
    expect(midnight(noon, "Asia/Shanghai", 1)).toBe("2026-11-19T16:00:00.000Z");
    expect(midnight(Date.parse("2026-03-29T12:00:00Z"), "Europe/Berlin", 0)).toBe("2026-03-28T23:00:00.000Z");
  });
});
