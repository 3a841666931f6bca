-- What was answered to a request that carried a key, for a day: the same request again gets the same answer.
create schema web;
grant usage on schema web to ${app};

create table web.idempotent_reply (
    person_id uuid not null,
    key text not null check (length(key) between 1 and 255),
    request_hash bytea not null,
    created_at timestamptz not null,
    status int,
    content_type text,
    location text,
    body bytea,
    primary key (person_id, key)
);

alter table web.idempotent_reply enable row level security;
create policy own on web.idempotent_reply
    using (person_id = (select access.person()))
    with check (person_id = (select access.person()));
grant select, insert, update, delete on web.idempotent_reply to ${app};
