/** "DLed": marks a data file as a ledger's, in `PRAGMA application_id`. */
export const APPLICATION_ID = 0x444c6564

/** Version of the schema below, in `PRAGMA user_version`. Version 1 had no check digests. */
export const SCHEMA_VERSION = 2

const TABLES = `
CREATE TABLE ledger (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE event (
  position INTEGER PRIMARY KEY AUTOINCREMENT CHECK (position > 0),
  ledger INTEGER NOT NULL REFERENCES ledger (key),
  revision INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  header TEXT NOT NULL,
  salt TEXT NOT NULL,
  body TEXT NOT NULL,
  request TEXT NOT NULL,
  check_digest TEXT NOT NULL DEFAULT '',
  UNIQUE (ledger, revision),
  UNIQUE (ledger, id)
) STRICT;

CREATE VIEW history AS
  SELECT position, name AS ledger, revision, id, type, header, salt, body, request
  FROM event JOIN ledger ON ledger.key = event.ledger
  ORDER BY position;
`

/**
 * The guards hold for every connection, the `sqlite3` shell included: a row is never changed,
 * removed or replaced, and a ledger's revisions have no gap. They are BEFORE INSERT triggers
 * because `INSERT OR REPLACE` removes rows without firing delete triggers, and foreign keys are not
 * enforced, unless the connection itself asks for that. In such a trigger an unassigned rowid reads
 * as -1.
 */
const EVENT_UNCHANGED = `
CREATE TRIGGER event_unchanged BEFORE UPDATE ON event BEGIN
  SELECT raise(ABORT, 'an event is never changed');
END;
`

const GUARDS = `
CREATE TRIGGER event_appended BEFORE INSERT ON event BEGIN
  SELECT raise(ABORT, 'an event goes directly after the last of its ledger')
  WHERE NEW.revision <> 1 + coalesce(
    (SELECT max(revision) FROM event WHERE ledger = NEW.ledger), -1);
  SELECT raise(ABORT, 'the ledger holds this event id already')
  WHERE EXISTS (SELECT 1 FROM event WHERE ledger = NEW.ledger AND id = NEW.id);
  SELECT raise(ABORT, 'an event belongs to a ledger')
  WHERE NOT EXISTS (SELECT 1 FROM ledger WHERE key = NEW.ledger);
  SELECT raise(ABORT, 'a position is never chosen')
  WHERE NEW.position <> -1;
END;
CREATE TRIGGER event_kept BEFORE DELETE ON event BEGIN
  SELECT raise(ABORT, 'an event is never removed');
END;
${EVENT_UNCHANGED}
CREATE TRIGGER ledger_added BEFORE INSERT ON ledger BEGIN
  SELECT raise(ABORT, 'the ledger exists already')
  WHERE EXISTS (SELECT 1 FROM ledger WHERE key = NEW.key OR name = NEW.name);
END;
CREATE TRIGGER ledger_kept BEFORE DELETE ON ledger BEGIN
  SELECT raise(ABORT, 'a ledger is never removed');
END;
CREATE TRIGGER ledger_unchanged BEFORE UPDATE ON ledger BEGIN
  SELECT raise(ABORT, 'a ledger is never renamed');
END;
`

const MARK = `
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${SCHEMA_VERSION};
`

/** Makes the whole schema in an empty file. */
export const CREATE = `BEGIN IMMEDIATE; ${TABLES} ${GUARDS} ${MARK} COMMIT`

/**
 * Brings a file of schema 1 to schema 2, in one transaction. It takes a function `check_digest` of
 * the columns that it names. What the rows say stays as it was.
 */
export const FROM_1_TO_2 = `
BEGIN IMMEDIATE;
DROP TRIGGER event_unchanged;
ALTER TABLE event ADD COLUMN check_digest TEXT NOT NULL DEFAULT '';
UPDATE event SET check_digest = check_digest(
  (SELECT name FROM ledger WHERE key = event.ledger), revision, id, type, header, salt, body, request);
${EVENT_UNCHANGED}
PRAGMA user_version = 2;
COMMIT
`
