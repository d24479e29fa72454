-- Numbers as they are looked for (NumberQuery): the calling number from its beginning and from its end, the dialled one.
-- Compared by character (${exact}), so that a beginning is a range of the index. Calls of before have no end.
alter table calls add column calling_head varchar(64) ${exact} default '' not null;
alter table calls add column calling_tail varchar(64) ${exact} default '' not null;
alter table calls add column dialled_head varchar(64) ${exact} default '' not null;
update calls set
  calling_head = substring(regexp_replace(regexp_replace(lower(calling), '[^a-z0-9+]', '', 'g'), '^([+]86|0086|[+]|00|0)', '') from 1 for 64),
  dialled_head = substring(regexp_replace(regexp_replace(lower(dialled), '[^a-z0-9+]', '', 'g'), '^([+]86|0086|[+]|00|0)', '') from 1 for 64);
create index calls_by_calling on calls (calling_head);
create index calls_by_calling_end on calls (calling_tail);
create index calls_by_dialled on calls (dialled_head, arrived_at, id);
