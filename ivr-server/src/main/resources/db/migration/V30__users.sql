-- Who may log in.
create table app_user (
    name          varchar(40)  not null primary key,
    display_name  varchar(200) not null,
    role          varchar(20)  not null,
    password_hash varchar(200) not null
);

-- Who did or saw what. Append only.
create table audit_log (
    id      bigint generated always as identity primary key,
    at      timestamp(3) with time zone not null,
    actor   varchar(200) not null,
    address varchar(64)  not null,
    action  varchar(40)  not null,
    subject varchar(200) not null,
    detail  varchar(500) not null
);
create index audit_log_at on audit_log (at);
