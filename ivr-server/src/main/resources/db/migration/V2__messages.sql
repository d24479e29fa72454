-- Calls with voicemail messages that nobody has turned into text yet.
alter table calls add column message_due boolean default false not null;
create index calls_with_message on calls (message_due, arrived_at);
