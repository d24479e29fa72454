import { useEffect, useState } from "react";

const PAUSE = 300;

/** A word that narrows a list. It takes effect after a pause, so that not every letter asks the server. */
export function FilterField(props: { label: string; name: string; value: string; change: (name: string, value: string) => void }) {
  const { name, value, change } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => change(name, typed), PAUSE);
    return () => clearTimeout(timer);
  });
  return (
    <label>
      <span>{props.label}</span>
      <input name={name} value={typed} maxLength={40} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
    </label>
  );
}
