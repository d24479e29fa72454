-- What hotlines did for callers: written down before it is asked for in the business's system, settled after.
create table actions (
  action_key varchar(400) primary key,
  thing varchar(400) not null unique,
  plan varchar(80) not null,
  query varchar(80) not null,
  arguments varchar(4000) not null,
  customer varchar(80),
  minor bigint,
  state varchar(16) not null,
  tries int not null,
  intended_at timestamp with time zone not null,
  next_try_at timestamp with time zone not null,
  settled_at timestamp with time zone
);
create index actions_in_doubt on actions (state, next_try_at);
create index actions_paid on actions (query, intended_at);
-- Whoever pays holds this row while the caps are looked at.
create table action_turn (query varchar(80) primary key);
