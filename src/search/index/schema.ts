/** Of the schema below and of what is written into it; raised whenever either changes. */
export const INDEX_VERSION = 7

/**
 * The whole schema. Times are UTC milliseconds. `levels` are those that a ledger has above `public`.
 * `ledger`, `entry` and `fact` are numbered in the order of the feed.
 *
 * `entry` has a row for each event: which entry it records or corrects, and how much stands in its
 * ledger after it. `fact` has a row for each event whose own words can be found or that the
 * catalogue shows; `word` has those words, under the same key. `stood` says from which event on, up
 * to which, a fact stood: a correction ends that, and the undoing of one begins it again.
 * The number of a fact's words is in both: `stood` is read for all that is found, `fact` for one page.
 */
export const SCHEMA = `
CREATE TABLE state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  fingerprint TEXT NOT NULL,
  events INTEGER NOT NULL,
  latest INTEGER,
  position TEXT,
  last TEXT
) STRICT;

CREATE TABLE ledger (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  levels TEXT,
  damage TEXT
) STRICT;

CREATE TABLE entry (
  ledger INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  root INTEGER NOT NULL,
  target TEXT,
  statements INTEGER NOT NULL,
  drafts INTEGER NOT NULL,
  meetings INTEGER NOT NULL,
  PRIMARY KEY (ledger, revision)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX entry_by_id ON entry (ledger, id);
CREATE INDEX entry_by_time ON entry (ledger, recorded_at, revision);
CREATE INDEX correction ON entry (ledger, root) WHERE target IS NOT NULL;

CREATE TABLE fact (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  ledger INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  kind TEXT NOT NULL,
  language TEXT,
  level TEXT,
  valid_from INTEGER NOT NULL,
  valid_until INTEGER NOT NULL,
  occurred TEXT NOT NULL,
  about TEXT,
  introduces TEXT,
  texts TEXT NOT NULL,
  words INTEGER NOT NULL,
  body TEXT,
  UNIQUE (ledger, revision)
) STRICT;
CREATE INDEX catalogued ON fact (ledger) WHERE body IS NOT NULL;
CREATE INDEX catalogued_from ON fact (valid_from) WHERE body IS NOT NULL;
CREATE INDEX catalogued_until ON fact (valid_until) WHERE body IS NOT NULL;

CREATE TABLE named (
  fact INTEGER NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (fact, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE stood (
  fact INTEGER NOT NULL,
  from_revision INTEGER NOT NULL,
  from_at INTEGER NOT NULL,
  gone_revision INTEGER,
  gone_at INTEGER,
  words INTEGER NOT NULL,
  PRIMARY KEY (fact, from_revision)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE word USING fts5(forms, stems, content = '', tokenize = 'ascii');
`
