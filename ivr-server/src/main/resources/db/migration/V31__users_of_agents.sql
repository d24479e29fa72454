-- Which agent a user is; who may not log in just now; what tells a session that its user was changed.
alter table app_user add column agent varchar(80);
alter table app_user add column enabled boolean default true not null;
alter table app_user add column stamp bigint default 0 not null;
update app_user set agent = name where role = 'agent';
