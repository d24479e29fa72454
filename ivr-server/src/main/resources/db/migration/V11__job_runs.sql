-- What the jobs did: one row for each run that had something to do or failed.
create table job_runs (
  id       bigint generated always as identity primary key,
  job      varchar(40) not null,
  began_at timestamp(6) with time zone not null,
  took_ms  bigint not null,
  done     integer not null,
  failed   integer not null,
  problem  text not null
);
