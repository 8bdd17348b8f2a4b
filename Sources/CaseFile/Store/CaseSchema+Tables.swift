extension CaseSchema {
  /// The case, its people and its exhibits.
  static let caseTables = """
    CREATE TABLE case_detail (
      id INTEGER PRIMARY KEY CHECK (id = 1), identifier TEXT NOT NULL, reference TEXT NOT NULL,
      urn TEXT, officer_in_charge TEXT, review_date TEXT, created_at TEXT NOT NULL,
      closed_at TEXT, legal_hold INTEGER NOT NULL, purged_at TEXT) STRICT;
    CREATE TABLE secret (id INTEGER PRIMARY KEY CHECK (id = 1), salt BLOB NOT NULL) STRICT;
    CREATE TABLE operator (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, number TEXT, person TEXT NOT NULL UNIQUE,
      role TEXT NOT NULL, added_at TEXT NOT NULL) STRICT;
    CREATE TABLE exhibit (
      id INTEGER PRIMARY KEY, reference TEXT NOT NULL, key TEXT NOT NULL UNIQUE,
      parent_id INTEGER REFERENCES exhibit (id), description TEXT, found_by TEXT,
      produced_by TEXT, exhibits_officer TEXT, court_reference TEXT, added_at TEXT NOT NULL) STRICT;
    CREATE TABLE seal (
      id INTEGER PRIMARY KEY, exhibit_id INTEGER NOT NULL REFERENCES exhibit (id),
      number TEXT NOT NULL, applied_at TEXT, removed_at TEXT, recorded_at TEXT NOT NULL) STRICT;
    CREATE INDEX seal_exhibit ON seal (exhibit_id, id);
    CREATE INDEX seal_number ON seal (number);
    """

  /// Photos, what was read off them, and in which run.
  static let photoTables = """
    CREATE TABLE settings (
      id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, text TEXT NOT NULL) STRICT;
    CREATE TABLE run (
      id INTEGER PRIMARY KEY, identifier TEXT NOT NULL UNIQUE, person TEXT NOT NULL,
      settings_id INTEGER NOT NULL REFERENCES settings (id), lists TEXT NOT NULL,
      sandbox TEXT NOT NULL, machine TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT,
      outcome TEXT) STRICT;
    CREATE TABLE photo (
      id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, size INTEGER, width INTEGER,
      height INTEGER, camera_time TEXT, perceptual_hash INTEGER, status TEXT NOT NULL,
      flagged INTEGER NOT NULL, reading_id INTEGER REFERENCES reading (id),
      run_id INTEGER NOT NULL REFERENCES run (id), recorded_at TEXT NOT NULL) STRICT;
    CREATE INDEX photo_status ON photo (status, id);
    CREATE INDEX photo_flagged ON photo (id) WHERE flagged = 1;
    CREATE TABLE photo_name (
      id INTEGER PRIMARY KEY, photo_id INTEGER NOT NULL REFERENCES photo (id), path BLOB NOT NULL,
      path_key INTEGER NOT NULL, size INTEGER, modified INTEGER, recorded_at TEXT NOT NULL,
      UNIQUE (photo_id, path)) STRICT;
    CREATE INDEX photo_name_path ON photo_name (path_key, id, photo_id, size, modified);
    CREATE TABLE reading (
      id INTEGER PRIMARY KEY, photo_id INTEGER NOT NULL REFERENCES photo (id),
      run_id INTEGER NOT NULL REFERENCES run (id),
      settings_id INTEGER NOT NULL REFERENCES settings (id), status TEXT NOT NULL,
      result_sha256 BLOB NOT NULL, recorded_at TEXT NOT NULL,
      UNIQUE (photo_id, settings_id)) STRICT;
    CREATE INDEX reading_settings ON reading (settings_id, photo_id);
    CREATE INDEX reading_run ON reading (run_id, id);
    CREATE TABLE reading_text (
      reading_id INTEGER PRIMARY KEY REFERENCES reading (id), result TEXT NOT NULL) STRICT;
    CREATE TABLE reading_row (
      id INTEGER PRIMARY KEY, reading_id INTEGER NOT NULL REFERENCES reading (id),
      photo_id INTEGER NOT NULL REFERENCES photo (id), position INTEGER NOT NULL,
      imei TEXT, reversed TEXT, status TEXT NOT NULL, check_digit TEXT NOT NULL,
      body TEXT NOT NULL, answer TEXT NOT NULL, lists TEXT NOT NULL, slot INTEGER,
      page INTEGER NOT NULL, place TEXT NOT NULL, crop TEXT,
      UNIQUE (reading_id, position)) STRICT;
    CREATE INDEX reading_row_imei ON reading_row (imei) WHERE imei IS NOT NULL;
    CREATE INDEX reading_row_reversed ON reading_row (reversed) WHERE reversed IS NOT NULL;
    CREATE INDEX reading_row_photo ON reading_row (photo_id);
    CREATE TABLE crop (
      reading_id INTEGER NOT NULL REFERENCES reading (id), position INTEGER NOT NULL,
      sha256 BLOB NOT NULL, png BLOB, PRIMARY KEY (reading_id, position)) STRICT;
    CREATE TABLE unread_file (
      id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, run_id INTEGER NOT NULL REFERENCES run (id),
      status TEXT NOT NULL, result TEXT NOT NULL, recorded_at TEXT NOT NULL) STRICT;
    """

  /// What people and checks concluded, and what is being worked on.
  static let workTables = """
    CREATE TABLE assignment (
      id INTEGER PRIMARY KEY, photo_id INTEGER NOT NULL REFERENCES photo (id),
      exhibit_id INTEGER NOT NULL REFERENCES exhibit (id), source TEXT NOT NULL, detail TEXT,
      person TEXT NOT NULL, assigned_at TEXT NOT NULL, withdrawn_at TEXT) STRICT;
    CREATE INDEX assignment_photo ON assignment (photo_id);
    CREATE INDEX assignment_exhibit ON assignment (exhibit_id, photo_id);
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY, event INTEGER NOT NULL UNIQUE, kind TEXT NOT NULL,
      photo_id INTEGER NOT NULL REFERENCES photo (id), reading_id INTEGER REFERENCES reading (id),
      position INTEGER NOT NULL, number TEXT, reversed TEXT, answer TEXT,
      assignment_id INTEGER REFERENCES assignment (id), undoes INTEGER, person TEXT NOT NULL,
      role TEXT NOT NULL, note TEXT, decided_at TEXT NOT NULL) STRICT;
    CREATE INDEX decision_photo ON decision (photo_id, event);
    CREATE INDEX decision_number ON decision (number) WHERE number IS NOT NULL;
    CREATE INDEX decision_reversed ON decision (reversed) WHERE reversed IS NOT NULL;
    CREATE TABLE finding (
      id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, kind TEXT NOT NULL,
      severity TEXT NOT NULL, subjects TEXT NOT NULL, text TEXT NOT NULL, added_at TEXT NOT NULL,
      acknowledged_by TEXT, acknowledged_at TEXT) STRICT;
    CREATE TABLE original_check (
      id INTEGER PRIMARY KEY, run_id INTEGER REFERENCES run (id), checked_at TEXT NOT NULL,
      same INTEGER NOT NULL, changed INTEGER NOT NULL, missing INTEGER NOT NULL,
      unreadable INTEGER NOT NULL) STRICT;
    CREATE TABLE original_deviation (
      id INTEGER PRIMARY KEY, check_id INTEGER NOT NULL REFERENCES original_check (id),
      photo_id INTEGER REFERENCES photo (id), path BLOB NOT NULL, outcome TEXT NOT NULL,
      found BLOB, acknowledged_by TEXT, acknowledged_at TEXT) STRICT;
    CREATE TABLE claim (
      path BLOB PRIMARY KEY, sha256 BLOB UNIQUE, run_id INTEGER NOT NULL REFERENCES run (id),
      session TEXT NOT NULL, process TEXT NOT NULL, pid INTEGER NOT NULL,
      heartbeat INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX claim_run ON claim (run_id);
    """
}
