const SCHEMA = `
  CREATE TABLE principal (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
  );
  CREATE TABLE access_key (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    principal TEXT NOT NULL REFERENCES principal,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL, -- JSON
    hash BYTEA NOT NULL,  -- SHA-256 of the secret
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT,
    revoked_by TEXT
  );
  CREATE TABLE identity (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    principal TEXT NOT NULL REFERENCES principal,
    PRIMARY KEY (issuer, subject)
  );
  CREATE INDEX identity_of_principal ON identity (principal);
  CREATE TABLE session (
    hash BYTEA PRIMARY KEY, -- SHA-256 of the text that the browser sends
    principal TEXT NOT NULL REFERENCES principal,
    key TEXT NOT NULL REFERENCES access_key (id),
    expires_at BIGINT NOT NULL
  );
  CREATE INDEX session_of_principal ON session (principal);
  CREATE TABLE entry_key (
    ledger TEXT NOT NULL,
    id TEXT NOT NULL,
    key BYTEA NOT NULL, -- encrypted under the wrapping key that wrapped_by names
    release_at BIGINT,
    wrapped_by TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (ledger, id)
  );
  CREATE INDEX planned_release ON entry_key (release_at) WHERE release_at IS NOT NULL;
  CREATE INDEX wrapped_entry_key ON entry_key (wrapped_by);
  CREATE TABLE erasure_request (
    ledger TEXT NOT NULL,
    target TEXT COLLATE "C" NOT NULL,
    reason TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    PRIMARY KEY (ledger, target)
  );
  CREATE TABLE erased_up_to (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position TEXT NOT NULL,
    ledger TEXT NOT NULL,
    id TEXT NOT NULL
  );`

const SESSIONS_WITHOUT_KEY = 'ALTER TABLE session ALTER COLUMN key DROP NOT NULL'

const LOOKS = `
  CREATE TABLE last_look (
    principal TEXT NOT NULL,
    ledger TEXT NOT NULL,
    revision BIGINT NOT NULL,
    kept_at BIGINT NOT NULL,
    PRIMARY KEY (principal, ledger)
  );`

/** The forms of the tables, by the version that each makes: the next one is added at the end. */
export const POSTGRES_MIGRATIONS = [SCHEMA, SESSIONS_WITHOUT_KEY, LOOKS]
