-- Calls and queues in the vocabulary of Asterisk's cdr and queue_log, for the tools that read those.
create view cdr as
select arrived_at as calldate,
       calling as clid,
       calling as src,
       dialled as dst,
       dialplan as dcontext,
       'hotline/' || id as channel,
       coalesce(agent, '') as dstchannel,
       case when agent is not null then 'Queue' else 'Hotline' end as lastapp,
       coalesce(queue, '') as lastdata,
       cast(extract(epoch from (coalesce(ended_at, arrived_at) - arrived_at)) as integer) as duration,
       cast(coalesce(extract(epoch from (ended_at - answered_at)), 0) as integer) as billsec,
       case when answered_at is not null then 'ANSWERED'
            when regexp_substr(ending, '"cause":"([^"]*)"', 1, 1, '', 1) = 'USER_BUSY' then 'BUSY'
            when regexp_substr(ending, '"kind":"([^"]*)"', 1, 1, '', 1) = 'NotAnswered'
                 and regexp_substr(ending, '"cause":"([^"]*)"', 1, 1, '', 1) not in ('NORMAL_CLEARING', 'NO_ANSWER')
            then 'FAILED'
            else 'NO ANSWER' end as disposition,
       id as uniqueid,
       coalesce(issue, '') as userfield
from calls;

-- What of the events' JSON the queue log needs; a duration is ISO 8601 there and seconds here. regexp_substr: PostgreSQL 15.
create view call_event_fields as
select call_id, seq, at, kind,
       coalesce(regexp_substr(json, '"queue":"([^"]*)"', 1, 1, '', 1), '') as queue,
       coalesce(regexp_substr(json, '"agent":"([^"]*)"', 1, 1, '', 1), '') as agent,
       coalesce(regexp_substr(json, '"why":"([^"]*)"', 1, 1, '', 1), '') as why,
       coalesce(cast(regexp_substr(json, '"(waited|talked)":"PT([0-9]+)H', 1, 1, '', 2) as numeric(12, 3)), 0) * 3600
     + coalesce(cast(regexp_substr(json, '"(waited|talked)":"PT([0-9]+H)?([0-9]+)M', 1, 1, '', 3) as numeric(12, 3)), 0) * 60
     + coalesce(cast(regexp_substr(json, '"(waited|talked)":"PT([0-9]+H)?([0-9]+M)?([0-9.]+)S', 1, 1, '', 4) as numeric(12, 3)), 0)
       as seconds
from call_events
where kind in ('QueueEntered', 'Offered', 'OfferReturned', 'AgentJoined', 'AgentLeft', 'QueueLeft', 'Ended');

create view queue_log as
select e.at as "time", e.call_id as callid, e.queue as queuename, 'NONE' as agent, 'ENTERQUEUE' as event,
       '' as data1, c.calling as data2, '' as data3, '' as data4, '' as data5
from call_event_fields e join calls c on c.id = e.call_id
where e.kind = 'QueueEntered'
union all
select e.at, e.call_id, e.queue, e.agent, 'CONNECT',
       cast(cast(round(e.seconds) as integer) as varchar(20)), e.call_id,
       cast(cast(round(coalesce(extract(epoch from (e.at - (select max(o.at) from call_event_fields o
            where o.call_id = e.call_id and o.kind = 'Offered' and o.agent = e.agent and o.seq < e.seq))), 0)) as integer)
            as varchar(20)), '', ''
from call_event_fields e
where e.kind = 'AgentJoined'
union all
select e.at, e.call_id, j.queue, e.agent,
       case when c.ending like '%"CallerHungUp"%' then 'COMPLETECALLER' else 'COMPLETEAGENT' end,
       cast(cast(round(j.seconds) as integer) as varchar(20)), cast(cast(round(e.seconds) as integer) as varchar(20)),
       '', '', ''
from call_event_fields e
join calls c on c.id = e.call_id
join call_event_fields j on j.call_id = e.call_id and j.kind = 'AgentJoined' and j.seq =
     (select max(k.seq) from call_event_fields k where k.call_id = e.call_id and k.kind = 'AgentJoined' and k.seq < e.seq)
where e.kind = 'AgentLeft'
union all
select e.at, e.call_id, e.queue, 'NONE',
       case e.why when 'hung-up' then 'ABANDON'
                  when 'key' then 'EXITWITHKEY'
                  when 'waited-too-long' then 'EXITWITHTIMEOUT'
                  else 'EXITEMPTY' end,
       case e.why when 'key' then '*' else '' end, '',
       case e.why when 'key' then '' else cast(cast(round(e.seconds) as integer) as varchar(20)) end,
       case e.why when 'key' then cast(cast(round(e.seconds) as integer) as varchar(20)) else '' end, ''
from call_event_fields e
where e.kind = 'QueueLeft'
union all
select e.at, e.call_id, o.queue, e.agent, 'RINGNOANSWER',
       cast(cast(round(extract(epoch from (e.at - o.at)) * 1000) as integer) as varchar(20)), '', '', '', ''
from call_event_fields e
join call_event_fields o on o.call_id = e.call_id and o.kind = 'Offered' and o.seq =
     (select max(k.seq) from call_event_fields k
      where k.call_id = e.call_id and k.kind = 'Offered' and k.agent = e.agent and k.seq < e.seq)
where e.kind = 'OfferReturned'
union all
select q.happened_at, 'NONE', 'NONE', q.agent,
       case q.kind when 'signed-in' then 'ADDMEMBER'
                   when 'signed-out' then 'REMOVEMEMBER'
                   when 'break' then 'PAUSE'
                   else 'UNPAUSE' end,
       '', '', '', '', ''
from queue_journal q
where q.kind in ('signed-in', 'signed-out', 'break', 'ready');
