import { useEffect, useState } from "react";

const PATIENCE = 4_000;

interface Props {
  words: string;
  sure: string;
  disabled?: boolean;
  act: () => void;
}

/** For what cannot be undone: pressed twice within four seconds. */
export function SureButton({ words, sure, disabled, act }: Props) {
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    if (!armed) return undefined;
    const timer = setTimeout(() => setArmed(false), PATIENCE);
    return () => clearTimeout(timer);
  }, [armed]);
  function press() {
    if (armed) act();
    setArmed(!armed);
  }
  return (
    <button type="button" className={armed ? "danger" : ""} disabled={disabled} onClick={press}>
      {armed ? sure : words}
    </button>
  );
}
