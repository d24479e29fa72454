-- How callers rated their calls (csat 1 to 5, nps 0 to 10), with what the calls were about.
create view ratings as
select e.at as "time", e.call_id as callid, c.dialplan as dcontext, coalesce(c.issue, '') as issue,
       regexp_substr(e.json, '"scale":"([^"]*)"', 1, 1, '', 1) as scale,
       cast(regexp_substr(e.json, '"score":([0-9]+)', 1, 1, '', 1) as integer) as score
from call_events e join calls c on c.id = e.call_id
where e.kind = 'Rated';
