-- One row a call: the call detail record, derived from the call's events (CdrProjection).
create table calls (
  id          varchar(40) primary key,
  arrived_at  timestamp(6) with time zone not null,
  answered_at timestamp(6) with time zone,
  ended_at    timestamp(6) with time zone,
  events      integer not null,
  calling     text not null,
  dialled     text not null,
  dialplan    text not null,
  language    text not null,
  turns       integer not null,
  issue       text,
  confirmed   boolean not null,
  queue       text,
  waited_ms   bigint not null,
  agent       text,
  talked_ms   bigint not null,
  recording   text,
  archive_due boolean not null,
  purged      boolean not null,
  ending      text
);
create index calls_by_arrival on calls (arrived_at, id);
create index calls_by_issue on calls (issue, arrived_at, id);
create index calls_by_end on calls (ended_at);
create index calls_to_archive on calls (archive_due, arrived_at);
create index calls_to_purge on calls (purged, arrived_at);

-- The call's story: what happened, in order, as JSON. seq counts from 1.
create table call_events (
  call_id varchar(40) not null,
  seq     integer not null,
  at      timestamp(6) with time zone not null,
  kind    varchar(40) not null,
  json    text not null,
  primary key (call_id, seq)
);

-- Which agents and queues a call met: finds calls by any of them, newest first, without reading others.
create table call_tags (
  kind       varchar(10) not null,
  name       varchar(200) not null,
  arrived_at timestamp(6) with time zone not null,
  call_id    varchar(40) not null,
  primary key (kind, name, arrived_at, call_id)
);
create index call_tags_by_call on call_tags (call_id);

-- The last batch each writer (one a server start) has stored: what a spool replays is never stored twice.
create table journal (
  writer varchar(40) primary key,
  batch  bigint not null
);
