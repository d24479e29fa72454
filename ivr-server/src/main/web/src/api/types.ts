import type { components, paths } from "./schema";

type Schemas = components["schemas"];
type Json<P extends keyof paths> = paths[P] extends { get: { responses: { 200: { content: { "application/json": infer T } } } } } ? T : never;

export type Session = Schemas["Session"];
export type Board = Schemas["Board"];
export type LiveCall = Schemas["LiveCall"];
export type LiveLine = Schemas["LiveLine"];
export type LiveQueue = Schemas["LiveQueue"];
export type LiveAgent = Schemas["LiveAgent"];
export type AgentState = Schemas["AgentState"];
export type Stage = Schemas["Stage"];
export type Side = Schemas["Side"];
export type Role = Schemas["Role"];
export type Call = Schemas["Call"];
export type CallDetail = Schemas["CallDetail"];
export type Line = Schemas["Line"];
export type LadderEvent = Schemas["Event"];
export type Ending = Schemas["Ending"];
export type Peaks = Schemas["Peaks"];
export type SearchResult = Schemas["SearchResult"];
export type Hit = Schemas["Hit"];
export type ProblemBody = Schemas["Problem"];
export type CallPageBody = Json<"/api/calls">;
