-- What trainers said about utterances that were not located. Which words they were is in the call's story, and goes with it.
create table utterance_labels (
  call_id  varchar(40) not null,
  turn     integer not null,
  hotline  varchar(80) not null,
  label    varchar(80) not null,
  by_user  varchar(80) not null,
  given_at timestamp(6) with time zone not null,
  taught   boolean not null,
  primary key (call_id, turn)
);
create index utterance_labels_by_hotline on utterance_labels (hotline, given_at);
