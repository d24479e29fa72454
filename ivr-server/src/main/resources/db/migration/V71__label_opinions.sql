-- What further trainers said about utterances that one had labelled: it teaches nothing, it shows how far they agree.
create table label_opinions (
  call_id  varchar(40) not null,
  turn     integer not null,
  hotline  varchar(80) not null,
  label    varchar(80) not null,
  by_user  varchar(80) not null,
  given_at timestamp(6) with time zone not null,
  primary key (call_id, turn, by_user)
);
create index label_opinions_by_hotline on label_opinions (hotline, given_at);
