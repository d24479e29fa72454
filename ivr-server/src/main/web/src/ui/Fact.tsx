import type { ReactNode } from "react";

/** A named fact; what is unknown is a dash, never a zero. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  const unknown = children === undefined || children === null || children === "" || children === false;
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{unknown ? "—" : children}</dd>
    </div>
  );
}
