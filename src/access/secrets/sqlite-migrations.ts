/** Marks a file as one of secrets (https://sqlite.org/fileformat.html, 1.3): "DLSe". */
export const SECRETS_APPLICATION_ID = 0x444c5365

const SCHEMA = `
  CREATE TABLE principal (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE access_key (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    principal TEXT NOT NULL REFERENCES principal,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL, -- JSON
    hash BLOB NOT NULL,   -- SHA-256 of the secret
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER,
    revoked_by TEXT
  ) STRICT;`

const IDENTITIES = `
  CREATE TABLE identity (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    principal TEXT NOT NULL REFERENCES principal,
    PRIMARY KEY (issuer, subject)
  ) STRICT, WITHOUT ROWID;`

const SESSIONS = `
  CREATE TABLE session (
    hash BLOB PRIMARY KEY, -- SHA-256 of the text that the browser sends
    principal TEXT NOT NULL REFERENCES principal,
    key TEXT NOT NULL REFERENCES access_key (id),
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_of_principal ON session (principal);`

const ENTRY_KEYS = `
  CREATE TABLE entry_key (
    ledger TEXT NOT NULL,
    id TEXT NOT NULL,
    key BLOB NOT NULL,
    PRIMARY KEY (ledger, id)
  ) STRICT, WITHOUT ROWID;`

const RELEASES = `
  ALTER TABLE entry_key ADD COLUMN release_at INTEGER;
  CREATE INDEX planned_release ON entry_key (release_at) WHERE release_at IS NOT NULL;`

const ERASURES = `
  CREATE TABLE erasure_request (
    ledger TEXT NOT NULL,
    target TEXT NOT NULL,
    reason TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    PRIMARY KEY (ledger, target)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE erased_up_to (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position TEXT NOT NULL,
    ledger TEXT NOT NULL,
    id TEXT NOT NULL
  ) STRICT;`

const WRAPPINGS = `
  ALTER TABLE entry_key ADD COLUMN wrapped_by TEXT NOT NULL DEFAULT '';
  CREATE INDEX wrapped_entry_key ON entry_key (wrapped_by);`

/** Ends the sessions of before: in SQLite a column that may be null takes a new table. */
const SESSIONS_WITHOUT_KEY = `
  DROP TABLE session;
  CREATE TABLE session (
    hash BLOB PRIMARY KEY, -- SHA-256 of the text that the browser sends
    principal TEXT NOT NULL REFERENCES principal,
    key TEXT REFERENCES access_key (id),
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX session_of_principal ON session (principal);`

const LOOKS = `
  CREATE TABLE last_look (
    principal TEXT NOT NULL,
    ledger TEXT NOT NULL,
    revision INTEGER NOT NULL,
    kept_at INTEGER NOT NULL,
    PRIMARY KEY (principal, ledger)
  ) STRICT, WITHOUT ROWID;`

/** The forms of the file, by the version that each makes: the next one is added at the end. */
export const SQLITE_MIGRATIONS = [
  ...[SCHEMA, IDENTITIES, SESSIONS, ENTRY_KEYS, RELEASES, ERASURES, WRAPPINGS],
  ...[SESSIONS_WITHOUT_KEY, LOOKS],
]
