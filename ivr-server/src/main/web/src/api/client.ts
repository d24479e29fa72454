import type {
  AgentsBody,
  AuditPageBody,
  CallDetail,
  CallPageBody,
  NewStaff,
  Peaks,
  ProblemBody,
  SearchResult,
  Session,
  ToldPassword,
  TransfersBody,
  UserChange,
  UsersBody,
} from "./types";

/** A refusal of the server, in its own words (RFC 9457). `code` does not change with the language. */
export class Refusal extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.detail);
  }

  get code(): string {
    return this.body.code;
  }
}

const UNREACHABLE: ProblemBody = {
  type: "about:blank",
  title: "The server does not answer",
  status: 0,
  code: "unreachable",
  detail: "the server does not answer",
  next: "check the network, then try again",
};

let csrf = "";

async function ask(path: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: "same-origin", ...init });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new Refusal(UNREACHABLE);
  }
  if (!response.ok) {
    throw new Refusal(await response.json().catch(() => ({ ...UNREACHABLE, status: response.status })));
  }
  return response;
}

export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await ask(path, signal ? { signal } : undefined)).json() as Promise<T>;
}

/** Arrives even if the page is left meanwhile. */
export function change(path: string, method: "POST" | "DELETE", body?: unknown): Promise<Response> {
  return send(path, method, "application/json", body === undefined ? {} : { body: JSON.stringify(body), keepalive: true });
}

export function send(path: string, method: "POST" | "DELETE", type: string, rest: RequestInit): Promise<Response> {
  return ask(path, { method, headers: { "Content-Type": type, "X-CSRF-Token": csrf }, ...rest });
}

export async function told<T>(path: string, body: unknown): Promise<T> {
  return (await change(path, "POST", body)).json() as Promise<T>;
}

function keep(session: Session): Session {
  csrf = session.csrf ?? "";
  return session;
}

export const api = {
  session: async () => keep(await read<Session>("/api/session")),
  logIn: async (name: string, password: string) =>
    keep((await (await change("/api/session", "POST", { name, password })).json()) as Session),
  logOut: () => change("/api/session", "DELETE"),
  changePassword: (old: string, password: string) => change("/api/session/password", "POST", { old, password }),
  users: (signal: AbortSignal) => read<UsersBody>("/api/users", signal),
  addUser: (user: NewStaff) => told<ToldPassword>("/api/users", user),
  changeUser: (name: string, wanted: UserChange) => change(`/api/users/${name}`, "POST", wanted),
  setPassword: (name: string) => told<ToldPassword>(`/api/users/${name}/password`, {}),
  removeUser: (name: string) => change(`/api/users/${name}`, "DELETE"),
  audit: (query: URLSearchParams, signal: AbortSignal) => read<AuditPageBody>(`/api/audit?${query}`, signal),
  agents: (signal: AbortSignal) => read<AgentsBody>("/api/agents", signal),
  calls: (query: URLSearchParams, signal: AbortSignal) => read<CallPageBody>(`/api/calls?${query}`, signal),
  call: (id: string, signal: AbortSignal) => read<CallDetail>(`/api/calls/${id}`, signal),
  peaks: (id: string, signal: AbortSignal) => read<Peaks>(`/api/calls/${id}/peaks`, signal),
  number: async (id: string) =>
    (await (await change(`/api/calls/${id}/number`, "POST")).json() as { calling: string }).calling,
  speak: (id: string, how: "whisper" | "join") => change(`/api/calls/${id}/${how}`, "POST"),
  transfer: (id: string, to: string, how: "blind" | "attended") => change(`/api/calls/${id}/transfer`, "POST", { to, how }),
  transfers: (signal: AbortSignal) => read<TransfersBody>("/api/transfers", signal),
  hangUp: (id: string) => change(`/api/calls/${id}/hangup`, "POST"),
  setState: (agent: string, state: "available" | "on-break" | "signed-out") =>
    change(`/api/agents/${encodeURIComponent(agent)}/state`, "POST", { state }),
  search: (query: URLSearchParams, signal: AbortSignal) => read<SearchResult>(`/api/search?limit=50&${query}`, signal),
};
