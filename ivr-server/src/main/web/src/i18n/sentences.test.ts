import { describe, expect, it } from "vitest";
import { inChinese } from "./sentences";

const CHINESE = /\p{Script=Han}/u;
const LATIN = /[a-z]{3,}/;

describe("what the server says in English", () => {
  it.each([
    'draft/issues.yaml:812: issue "a" has "\u63d0\u524d\u8fd8\u5b8c", which sounds like b (move it there, or say more of what makes it another problem)',
    'draft/issues.yaml:8: issue "a" is hard to tell from b in zh: 3 of their 12 utterances are taken for the other, and no facet tells them apart (give them different choices of a facet, or make one of them)',
    'clue "a" was right in 3 of the 6 calls in which it held (50 %)',
    'regression.csv:3: "\u4e22\u4e86" is about a, the version in force says so, this one says oos: teach it (label the sentence, or move what pulls it away), or take the line out if it is wrong',
    'call 00x: "\u4e22\u4e86" is about a, the version in force says so, this one says b: teach it (label the sentence, or move what pulls it away), or take the line out if it is wrong',
    'draft/issues.yaml:8: issue "a" has only 1 utterance in en (twelve are a good start)',
    'draft/issues.yaml:8: issue "a" has no "called" in zh (add zh: "...")',
    'calls/1.txt:7: this should be understood as a, but is understood as b',
    'there is no issue "a": did you mean "b"?',
    "the plans' own tree is in force: there is nothing before it; publish a version",
    'draft/issues.yaml:8: facet "a" is not used by any issue (name it under facets: of an issue, or delete it)',
    "its rate is 96 Hz: use 8, 16, 44.1 or 48 kHz",
  ])("%s", (english) => {
    const chinese = inChinese(english);
    expect(chinese).toMatch(CHINESE);
    expect(chinese.replace(/^\S+:\d+: /, "").replace("facets:", "").replace("kHz", "").replace("00x", "")).not.toMatch(LATIN);
  });

  it("names issues as they are called here, and keeps what it has no words for", () => {
    const name = (issue: string) => (issue === "parcel-late" ? "\u5305\u88f9\u8fd8\u6ca1\u5230" : issue);
    expect(inChinese('there is no issue "x": known are y', name)).toBe("\u6ca1\u6709\u8bc9\u6c42“x”（\u5df2\u6709：y）");
    expect(inChinese('issue "parcel-late" has no utterances in en (twelve are a good start)', name)).toBe("「\u5305\u88f9\u8fd8\u6ca1\u5230」\u6ca1\u6709\u82f1\u6587\u8bed\u53e5（\u5148\u5199\u5341\u4e8c\u6761\u4e3a\u5b9c）");
    expect(inChinese("something else: do this", name)).toBe("something else: do this");
    expect(inChinese('the tree has mistakes:\na.yaml:3: group "b" has no issues in it (add one, or delete the group)', name)).toBe(
      "\u8bc9\u6c42\u6811\u6709\u9519\u8bef：\na.yaml:3: \u5206\u7ec4“b”\u91cc\u6ca1\u6709\u8bc9\u6c42（\u8bf7\u52a0\u5165\u4e00\u4e2a，\u6216\u5220\u53bb\u5206\u7ec4）",
    );
    expect(inChinese('a.txt:1: the call was over before this: it ended with "x"; a.txt:2: no such words', name)).toBe("a.txt:1: \u901a\u8bdd\u5230\u4e0d\u4e86\u8fd9\u4e00\u884c：\u5df2\u4ee5“x”\u7ed3\u675f\na.txt:2: no such words");
  });
});
