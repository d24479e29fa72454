import { useLayoutEffect, useRef } from "react";
import { useNavigate } from "react-router";
import type { LoggedIn } from "../api/useSession";
import { isTyping, type Key } from "../lib/keys";

const PATIENCE = 1_500;

/** G and then a letter goes to a page that this user may see. */
export function useGoKeys({ role, agent }: LoggedIn["user"]): Key[] {
  const navigate = useNavigate();
  const go = (path: string) => () => void navigate(path);
  const keys: Key[] = [
    ...(role === "agent"
      ? []
      : ([
          { code: "KeyL", label: "g l", name: "goLive", act: go("/") },
          { code: "KeyC", label: "g c", name: "goCalls", act: go("/calls") },
          { code: "KeyS", label: "g s", name: "goSearch", act: go("/search") },
          { code: "KeyT", label: "g t", name: "goTraining", act: go("/training") },
        ] satisfies Key[])),
    ...(agent === undefined ? [] : ([{ code: "KeyD", label: "g d", name: "goDesk", act: go("/desk") }] satisfies Key[])),
    ...(role === "admin"
      ? ([
          { code: "KeyU", label: "g u", name: "goUsers", act: go("/users") },
          { code: "KeyA", label: "g a", name: "goAudit", act: go("/audit") },
        ] satisfies Key[])
      : []),
  ];
  // Outlives the listener, which is renewed with every painting: G and the letter need not fall between two of them.
  const armedAt = useRef(-Infinity);
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || event.shiftKey) return;
      const armed = performance.now() - armedAt.current < PATIENCE;
      armedAt.current = event.code === "KeyG" ? performance.now() : -Infinity;
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
