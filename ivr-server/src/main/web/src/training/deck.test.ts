import { describe, expect, it } from "vitest";
import type { Cluster } from "../api/types";
import { current, EMPTY, left, meant, next, skipped, type Deck, type Step } from "./deck";

const cluster = (id: string, ...items: string[]): Cluster => ({
  id,
  language: "en",
  nearest: [],
  items: items.map((item) => ({ id: item, text: item, at: "2026-11-26T10:00:00Z", callId: "c1", offsetMs: 0, before: "", after: "" })),
});
const DEALT: Step = { kind: "dealt", clusters: [cluster("a", "a1", "a2", "a3"), cluster("b", "b1")] };
const play = (...steps: Step[]): Deck => steps.reduce(next, next(EMPTY, DEALT));
const label = (...items: string[]): Step => ({ kind: "done", deed: { items, as: "issue", issue: "refund" } });
const skip = (...items: string[]): Step => ({ kind: "done", deed: { items } });

describe("the deck", () => {
  it("advances within the cluster, then to the next one", () => {
    expect(play().cursor).toBe("a1");
    expect(play(label("a1")).cursor).toBe("a2");
    expect(play({ kind: "put", item: "a3" }, label("a3")).cursor).toBe("a1");
    expect(play(label("a1", "a2", "a3")).cursor).toBe("b1");
    expect(play(label("a1", "a2", "a3"), label("b1")).cursor).toBeUndefined();
  });

  it("labels what is selected, else what is under the cursor", () => {
    expect(meant(play())).toEqual(["a1"]);
    expect(meant(play({ kind: "toggled", item: "a3" }, { kind: "toggled", item: "a1" }))).toEqual(["a3", "a1"]);
    expect(meant(play({ kind: "selectedAll" }))).toEqual(["a1", "a2", "a3"]);
    expect(meant(play({ kind: "selectedAll" }, { kind: "selectedAll" }))).toEqual(["a1"]);
    expect(meant(play({ kind: "selectedAll" }, { kind: "put", item: "b1" }))).toEqual(["b1"]);
  });

  it("takes back labels and skips, twenty deep, and goes back to them", () => {
    const undone = play(label("a1"), skip("a2"), { kind: "undone" });
    expect(undone.cursor).toBe("a2");
    expect(left(undone).flatMap(({ items }) => items.map(({ id }) => id))).toEqual(["a2", "a3", "b1"]);
    const many = Array.from({ length: 25 }, (_, at) => `m${at}`);
    const deck = many.reduce((so, item) => next(so, label(item)), next(EMPTY, { kind: "dealt", clusters: [cluster("m", ...many)] }));
    expect(deck.deeds).toHaveLength(20);
  });

  it("keeps what was taken back until the server sends it again", () => {
    const without: Step = { kind: "dealt", clusters: [cluster("b", "b1")] };
    const undone = play(label("a1"), without, { kind: "undone" });
    expect(undone.cursor).toBe("a1");
    expect(next(undone, without).cursor).toBe("a1");
    expect(left(next(undone, DEALT)).flatMap(({ items }) => items)).toHaveLength(4);
  });

  it("gives back what the server did not take", () => {
    const failed = play(label("a1"), label("a2"), { kind: "failed", items: ["a1"] });
    expect(current(failed)?.items.map(({ id }) => id)).toEqual(["a1", "a3"]);
    expect(failed.cursor).toBe("a3");
    expect(failed.deeds).toHaveLength(1);
  });

  it("deals again without what was done here, and skipped ones when asked", () => {
    const dealt = play(label("a1"), skip("b1"), DEALT);
    expect(left(dealt)).toHaveLength(1);
    expect(skipped(dealt)).toBe(1);
    expect(left(next(dealt, { kind: "unskipped" }))).toHaveLength(2);
  });
});
