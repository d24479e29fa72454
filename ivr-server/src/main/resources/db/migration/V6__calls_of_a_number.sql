-- The calls of one number, the latest first: who called lately about an issue may call about it again.
create index calls_of_number on calls (calling_head, arrived_at);
drop index calls_by_calling;
