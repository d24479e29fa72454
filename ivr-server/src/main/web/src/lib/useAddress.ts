import { useSearchParams } from "react-router";

/** The page's address as the place where its filters are kept: what is shown can be sent to a colleague. */
export function useAddress() {
  const [address, setAddress] = useSearchParams();
  const set = (name: string, value: string) =>
    setAddress(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return { address, set, setAddress };
}
