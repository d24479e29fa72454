-- How many events a call has is in call_events.
alter table calls drop column events;
