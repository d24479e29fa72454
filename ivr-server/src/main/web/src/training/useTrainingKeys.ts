import type { RefObject } from "react";
import type { Key } from "../lib/keys";
import { useKeys } from "../lib/useKeys";
import { current } from "./deck";
import type { Labelling } from "./useLabelling";

interface Deeds {
  find: () => void;
  add: () => void;
  merge: () => void;
  play: () => void;
  sentence: RefObject<HTMLInputElement | null>;
}

/** A key for everything that is done all day. While a dialog is open they belong to it. */
export function useTrainingKeys(labelling: Labelling, deeds: Deeds, busy: boolean): void {
  const { deck, dispatch } = labelling;
  const nearest = current(deck)?.nearest ?? [];
  const picks: Key[] = [0, 1, 2].map((place) => ({
    code: `Digit${place + 1}`,
    label: `${place + 1}`,
    name: "pick",
    act: () => {
      const near = nearest[place];
      if (near) labelling.label("issue", near.issue);
    },
  }));
  const keys: Key[] = [
    ...picks,
    { code: "KeyF", label: "f", name: "findIssue", act: deeds.find },
    { code: "KeyN", label: "n", name: "newIssue", act: deeds.add },
    { code: "KeyI", label: "i", name: "ignore", act: () => labelling.label("ignore") },
    { code: "Digit0", label: "0", name: "noise", act: () => labelling.label("noise") },
    { code: "KeyO", label: "o", name: "otherLanguage", act: () => labelling.label("other-language") },
    { code: "KeyS", label: "s", name: "skip", act: labelling.skip },
    { code: "KeyZ", label: "z", name: "undo", act: labelling.undo },
    { code: "KeyX", label: "x", name: "select", act: () => deck.cursor !== undefined && dispatch({ kind: "toggled", item: deck.cursor }) },
    { code: "KeyA", label: "a", name: "selectAll", act: () => dispatch({ kind: "selectedAll" }) },
    { code: "KeyJ", label: "j", name: "next", act: () => dispatch({ kind: "moved", by: 1 }) },
    { code: "KeyK", label: "k", name: "previous", act: () => dispatch({ kind: "moved", by: -1 }) },
    { code: "KeyP", label: "p", name: "playItem", act: deeds.play },
    { code: "KeyM", label: "m", name: "merge", act: deeds.merge },
    { code: "KeyT", label: "t", name: "trySentence", act: () => deeds.sentence.current?.focus() },
  ];
  useKeys(busy ? [] : keys);
}
