extension CaseSchema {
  /// What the review station keeps: tokens, uploads, and what people were shown and asked besides.
  static let stationTables = """
    CREATE TABLE token (
      id INTEGER PRIMARY KEY, operator_id INTEGER NOT NULL REFERENCES operator (id),
      sha256 BLOB NOT NULL UNIQUE, issued_at TEXT NOT NULL, withdrawn_at TEXT) STRICT;
    CREATE INDEX token_operator ON token (operator_id) WHERE withdrawn_at IS NULL;
    CREATE TABLE upload (
      id INTEGER PRIMARY KEY, identifier TEXT NOT NULL UNIQUE, name BLOB NOT NULL,
      sha256 BLOB NOT NULL, size INTEGER NOT NULL, exhibit TEXT, exhibit_source TEXT NOT NULL,
      person TEXT NOT NULL, request_key TEXT, request_digest BLOB, state TEXT NOT NULL,
      known INTEGER NOT NULL, reason TEXT, received_at TEXT NOT NULL) STRICT;
    CREATE INDEX upload_state ON upload (state, id);
    CREATE INDEX upload_sha256 ON upload (sha256, id);
    CREATE INDEX upload_known ON upload (sha256) WHERE known = 1;
    CREATE INDEX upload_key ON upload (person, request_key) WHERE request_key IS NOT NULL;
    CREATE TABLE reveal (
      id INTEGER PRIMARY KEY, photo_id INTEGER NOT NULL REFERENCES photo (id),
      reading_id INTEGER REFERENCES reading (id), position INTEGER NOT NULL,
      person TEXT NOT NULL, revealed_at TEXT NOT NULL) STRICT;
    CREATE INDEX reveal_photo ON reveal (photo_id, person);
    CREATE INDEX reveal_person ON reveal (person, photo_id);
    CREATE TABLE control_answer (
      id INTEGER PRIMARY KEY, photo_id INTEGER NOT NULL REFERENCES photo (id),
      reading_id INTEGER NOT NULL REFERENCES reading (id), position INTEGER NOT NULL,
      person TEXT NOT NULL, passed INTEGER NOT NULL, digits_differing INTEGER NOT NULL,
      number TEXT, milliseconds INTEGER, answered_at TEXT NOT NULL) STRICT;
    CREATE INDEX control_answer_person ON control_answer (person, photo_id);
    CREATE TABLE digit_sheet (
      id INTEGER PRIMARY KEY, event INTEGER NOT NULL UNIQUE, digit INTEGER NOT NULL,
      person TEXT NOT NULL, confirmed INTEGER NOT NULL, struck INTEGER NOT NULL,
      milliseconds INTEGER, marked_at TEXT NOT NULL) STRICT;
    CREATE TABLE digit_mark (
      digit_sheet_id INTEGER NOT NULL REFERENCES digit_sheet (id), number INTEGER NOT NULL,
      photo_id INTEGER NOT NULL REFERENCES photo (id),
      reading_id INTEGER NOT NULL REFERENCES reading (id), position INTEGER NOT NULL,
      place INTEGER NOT NULL, struck INTEGER NOT NULL,
      PRIMARY KEY (digit_sheet_id, number)) STRICT;
    CREATE INDEX digit_mark_reading ON digit_mark (reading_id, position);
    CREATE INDEX assignment_current ON assignment (photo_id, exhibit_id)
      WHERE withdrawn_at IS NULL;
    """
}
