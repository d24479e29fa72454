-- The journal counts lines now, not batches. Marks of earlier writers have nothing left to mark.
delete from journal;
alter table journal rename column batch to last_line;
