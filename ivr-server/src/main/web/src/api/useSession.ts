import { useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { setClock } from "../lib/clock";
import { api } from "./client";
import type { Session } from "./types";

const KEY = ["session"];

/** Asks who is logged in. */
export function useSessionQuery() {
  return useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const session = await api.session();
      setClock(session.at);
      return session;
    },
    staleTime: Infinity,
  });
}

export function rememberSession(client: QueryClient, session: Session): void {
  setClock(session.at);
  client.setQueryData(KEY, session);
}

export type LoggedIn = Session & { user: NonNullable<Session["user"]> };

export const SessionContext = createContext<LoggedIn | undefined>(undefined);

/** The session of this page; there is one wherever this is used. */
export function useSession(): LoggedIn & { steers: boolean; listens: boolean } {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error("only pages behind the login ask for the session");
  const { role } = session.user;
  return { ...session, steers: role === "admin" || role === "supervisor", listens: role !== "agent" };
}

/** Logs out and forgets everything that was read. */
export function useLogOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await api.logOut().catch(() => undefined);
    client.clear();
    location.assign("/login");
  };
}
