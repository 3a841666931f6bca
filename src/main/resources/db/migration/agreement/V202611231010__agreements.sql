-- What two people agree on: one row per round, never changed. The newest round of a subject says how things stand.
create schema agreement;
grant usage on schema agreement to ${app};

create table agreement.round (
    id uuid primary key,
    subject_kind text not null check (subject_kind ~ '^[a-z][a-z-]*$'),
    subject_id uuid not null,
    number int not null check (number > 0),
    version int not null check (version > 0),
    act text not null check (act in ('OFFER', 'COUNTER', 'ACCEPT', 'APPROVE', 'DECLINE', 'WITHDRAW', 'COMMENT')),
    side text not null check (side in ('FIRST', 'SECOND', 'APPROVER')),
    person_id uuid not null,
    role_word text not null check (length(role_word) between 1 and 60),
    comment text not null check (length(comment) <= 4000),
    -- what is signed, byte for byte: the subject, the version, its day and reason, and the terms
    document text check (length(document) <= 400000),
    -- of the document that lies on the table after this round; an act that signs signs this
    digest text not null,
    effective_from date,
    reason text check (length(reason) between 1 and 2000),
    approval boolean not null,
    state text not null check (state in ('OFFERED', 'DECLINED', 'AGREED', 'WITHDRAWN')),
    turn text check (turn in ('FIRST', 'SECOND', 'APPROVER')),
    at timestamptz not null,
    audience_kind text not null,
    audience_id uuid not null,
    check ((document is not null) = (act in ('OFFER', 'COUNTER'))),
    check (document is null or digest = encode(sha256(convert_to(document, 'UTF8')), 'hex')),
    check ((turn is not null) = (state = 'OFFERED')),
    check (act not in ('COUNTER', 'DECLINE', 'COMMENT') or comment <> ''),
    check (version = 1 or (effective_from is not null and reason is not null))
);
select access.protect_append_only('agreement.round');
-- two at once: one of them is the next round
create unique index round_next on agreement.round (subject_kind, subject_id, number);
create unique index round_agreed on agreement.round (subject_kind, subject_id, version)
    where state = 'AGREED' and act <> 'COMMENT';
