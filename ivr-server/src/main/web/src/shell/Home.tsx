import type { ReactNode } from "react";
import { Navigate } from "react-router";
import { useSession } from "../api/useSession";

/** An agent's first page is the own desk, everyone else's the board. */
export function Home({ children }: { children: ReactNode }) {
  const { user } = useSession();
  return user.role === "agent" ? <Navigate to="/desk" replace /> : children;
}
