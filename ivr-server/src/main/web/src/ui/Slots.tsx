import type { LiveCall } from "../api/types";
import { Fact } from "./Fact";

/** What the caller has told already: an order number, an amount. In the dialplan's own words. */
export function Slots({ of }: { of: LiveCall }) {
  return Object.entries(of.slots).map(([name, value]) => (
    <Fact key={name} name={name}>
      {value}
    </Fact>
  ));
}
