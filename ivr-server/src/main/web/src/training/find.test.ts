import { describe, expect, it } from "vitest";
import { calledIn, found } from "./find";

const ISSUES = [
  { name: "parcel-late", called: { en: "a parcel that is late", zh: "\u5305\u88f9\u665a\u5230" }, initials: "bgwd" },
  { name: "refund-late", called: { en: "a refund that is late", zh: "\u9000\u6b3e\u665a\u5230" }, initials: "tkwd" },
  { name: "refund", called: { en: "a refund" }, initials: "" },
];
const names = (typed: string) => found(ISSUES, typed).map(({ name }) => name);

describe("finding an issue", () => {
  it("goes by initials, either language, and names", () => {
    expect(names("bgwd")).toEqual(["parcel-late"]);
    expect(names("wd")).toEqual(["parcel-late", "refund-late"]);
    expect(names("\u9000\u6b3e")).toEqual(["refund-late"]);
    expect(names("late parcel")).toEqual(["parcel-late"]);
    expect(names("refund")).toEqual(["refund", "refund-late"]);
    expect(names("")).toHaveLength(3);
    expect(names("xyz")).toEqual([]);
  });

  it("names an issue in the reader's language as far as it can", () => {
    expect(calledIn("zh", "refund", { en: "a refund" })).toBe("a refund");
    expect(calledIn("en", "refund", {})).toBe("refund");
  });
});
