import { useEffect } from "react";
import { useNavigate } from "react-router";
import { isTyping, type Key } from "../lib/keys";

const PATIENCE = 1_500;

/** G and then a letter goes to a page. */
export function useGoKeys(listens: boolean): Key[] {
  const navigate = useNavigate();
  const go = (path: string) => () => void navigate(path);
  const keys: Key[] = listens
    ? [
        { code: "KeyL", label: "g l", name: "goLive", act: go("/") },
        { code: "KeyC", label: "g c", name: "goCalls", act: go("/calls") },
        { code: "KeyS", label: "g s", name: "goSearch", act: go("/search") },
      ]
    : [];
  useEffect(() => {
    let armedAt = -Infinity;
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || event.shiftKey) return;
      const armed = performance.now() - armedAt < PATIENCE;
      armedAt = event.code === "KeyG" ? performance.now() : -Infinity;
      const key = armed ? keys.find(({ code }) => code === event.code) : undefined;
      if (key) {
        event.preventDefault();
        key.act();
      }
    };
    // Before the page's own keys: after G the letter means where to go.
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  });
  return keys;
}
