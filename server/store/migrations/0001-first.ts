import { type Kysely, sql } from 'kysely'

const statements = [
  `create table arrival (
     id bigserial primary key, site text not null, resource_type text not null, resource_id text not null,
     version_id text not null, reason text not null, received_at timestamptz not null,
     state text not null default 'waiting', ending text, why text, attempts int not null default 0,
     lease_until timestamptz, not_before timestamptz not null, ended_at timestamptz, patient text, run_id bigint,
     unique (site, resource_type, resource_id, version_id, reason))`,
  `create index arrival_open on arrival (not_before) where state <> 'ended'`,
  `create index arrival_patient on arrival (patient, state)`,
  `create index arrival_nameless on arrival (site) where patient is null and (state <> 'ended' or ending = 'failed')`,
  'create index arrival_run on arrival (run_id) where run_id is not null',
  `create table note (
     site text not null, source text not null, version text not null, last_updated timestamptz, patient text not null,
     readable boolean not null, why text, title text not null, kind text not null, authored_at text, date_from text,
     author text, preliminary boolean not null, text text, sha256 text, reading jsonb, read_at timestamptz not null,
     assessed_at timestamptz, replaces jsonb not null default '[]',
     primary key (site, source))`,
  'create index note_patient on note (site, patient)',
  `create table membership (
     site text not null, patient text not null, in_cohort boolean not null, why text not null, first_infusion_on text,
     last_infusion_on text, agents jsonb not null, checked_at timestamptz not null,
     assessed_from timestamptz, entered_from text, entry_incomplete jsonb, assessed_incomplete jsonb,
     chart_context jsonb, not_proposed jsonb, primary key (site, patient))`,
  `create table finding (
     id text primary key, site text not null, patient text not null, term text not null, ordinal int not null,
     version int not null, review text not null, open boolean not null, finding jsonb not null,
     proposed_at timestamptz not null, written_at timestamptz, shown_at timestamptz, decided_at timestamptz,
     unique (site, patient, term, ordinal))`,
  `create table decision (
     id bigserial primary key, finding_id text not null references finding (id), finding_version int not null,
     decision text not null, grade int, reason text, decided_by text not null, proposed jsonb not null,
     proposed_at timestamptz not null, written_at timestamptz, shown_at timestamptz, decided_at timestamptz not null)`,
  `create table publication (
     key text primary key, site text not null, finding_id text not null references finding (id),
     finding_version int not null, state text not null, why text, observation text, observation_version text,
     flag text, flag_version text, finding jsonb not null, on_top boolean not null default false, attempts int not null default 0, planned_at timestamptz not null,
     settled_at timestamptz)`,
  `create index publication_open on publication (state) where state in ('planned', 'sent', 'unknown')`,
  'create index publication_finding on publication (finding_id, finding_version)',
  'create table patient_lease (patient text primary key, holder text not null, until timestamptz not null)',
  `create table sweep_mark (
     site text not null, patient text not null, resource_type text not null, swept_until timestamptz not null,
     primary key (site, patient, resource_type))`,
  `create table run (
     id bigserial primary key, site text not null, kind text not null, started_at timestamptz not null,
     ended_at timestamptz, report jsonb not null)`,
  `create table subscription (
     site text not null, criteria text not null, reference text not null, secret text not null,
     last_heard_at timestamptz, last_beat_at timestamptz, beat_ms int, state text not null, primary key (site, criteria))`,
  `create table audit_entry (
     seq bigint primary key, at text not null, event jsonb not null, previous_hash text not null, hash text not null)`,
  'create table audit_head (id int primary key check (id = 1), seq bigint not null, hash text not null)',
  `create table session (
     token_hash text primary key, site text not null, user_reference text not null, user_name text not null,
     patient text, banner jsonb, expires_at timestamptz not null)`,
  'create table kept (name text primary key, value jsonb not null)',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
