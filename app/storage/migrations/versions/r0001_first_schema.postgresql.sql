CREATE TABLE change (
    id INTEGER NOT NULL,
    kind VARCHAR(10) NOT NULL,
    name VARCHAR(500) NOT NULL,
    who VARCHAR(100) NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    undoes_id INTEGER,
    CONSTRAINT pk_change PRIMARY KEY (id),
    CONSTRAINT ck_change_kind_known CHECK (kind IN ('import', 'undo')),
    CONSTRAINT ck_change_undo_names_its_change CHECK ((kind = 'undo') = (undoes_id IS NOT NULL)),
    CONSTRAINT fk_change_undoes_id FOREIGN KEY(undoes_id) REFERENCES change (id)
);

CREATE TABLE learner (
    id UUID NOT NULL,
    name VARCHAR(60) NOT NULL,
    name_key VARCHAR(200),
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_learner PRIMARY KEY (id),
    CONSTRAINT uq_learner_name_key UNIQUE (name_key),
    CONSTRAINT ck_learner_name_has_key CHECK ((name = '') = (name_key IS NULL))
);

CREATE TABLE media (
    hash VARCHAR(64) NOT NULL,
    type VARCHAR(100) NOT NULL,
    bytes BYTEA NOT NULL,
    CONSTRAINT pk_media PRIMARY KEY (hash),
    CONSTRAINT ck_media_hash_is_sha256 CHECK (length(hash) = 64)
);

CREATE TABLE reference (
    id INTEGER NOT NULL,
    slug VARCHAR(200) NOT NULL,
    current_id INTEGER NOT NULL,
    CONSTRAINT pk_reference PRIMARY KEY (id),
    CONSTRAINT uq_reference_slug UNIQUE (slug),
    CONSTRAINT uq_reference_current_id UNIQUE (current_id)
);

CREATE TABLE setting (
    name VARCHAR(100) NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (name)
);

CREATE TABLE shipped_file (
    path VARCHAR(300) NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_shipped_file PRIMARY KEY (path)
);

CREATE TABLE source (
    id INTEGER NOT NULL,
    slug VARCHAR(200) NOT NULL,
    origin VARCHAR(10) NOT NULL,
    current_id INTEGER NOT NULL,
    CONSTRAINT pk_source PRIMARY KEY (id),
    CONSTRAINT uq_source_slug UNIQUE (slug),
    CONSTRAINT uq_source_current_id UNIQUE (current_id),
    CONSTRAINT ck_source_origin_known CHECK (origin IN ('shipped', 'own'))
);

CREATE TABLE term_list (
    hash VARCHAR(64) NOT NULL,
    terms TEXT NOT NULL,
    CONSTRAINT pk_term_list PRIMARY KEY (hash)
);

CREATE TABLE topic (
    id INTEGER NOT NULL,
    slug VARCHAR(200) NOT NULL,
    title VARCHAR(300) NOT NULL,
    origin VARCHAR(10) NOT NULL,
    CONSTRAINT pk_topic PRIMARY KEY (id),
    CONSTRAINT uq_topic_slug UNIQUE (slug),
    CONSTRAINT ck_topic_origin_known CHECK (origin IN ('shipped', 'own'))
);

CREATE TABLE change_item (
    change_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    entity VARCHAR(10) NOT NULL,
    row_id INTEGER NOT NULL,
    rows INTEGER DEFAULT '1' NOT NULL,
    before TEXT,
    after TEXT,
    CONSTRAINT pk_change_item PRIMARY KEY (change_id, number),
    CONSTRAINT ck_change_item_entity_known CHECK (entity IN ('question', 'set', 'source', 'reference', 'topic')),
    CONSTRAINT ck_change_item_only_added_rows_together CHECK (rows = 1 OR (rows > 1 AND before IS NULL)),
    CONSTRAINT ck_change_item_before_and_after CHECK ((before IS NULL) = (after IS NULL)),
    CONSTRAINT fk_change_item_change_id FOREIGN KEY(change_id) REFERENCES change (id)
);

CREATE TABLE original_copy (
    source_id INTEGER NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    name VARCHAR(255) NOT NULL,
    match VARCHAR(10) NOT NULL,
    anchors INTEGER NOT NULL,
    verified INTEGER NOT NULL,
    attached TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_original_copy PRIMARY KEY (source_id),
    CONSTRAINT ck_original_copy_match_known CHECK (match IN ('exact', 'anchors')),
    CONSTRAINT ck_original_copy_verified_within_anchors CHECK (verified >= 0 AND verified <= anchors),
    CONSTRAINT fk_original_copy_source_id FOREIGN KEY(source_id) REFERENCES source (id),
    CONSTRAINT fk_original_copy_sha256 FOREIGN KEY(sha256) REFERENCES media (hash)
);

CREATE TABLE question_set (
    id INTEGER NOT NULL,
    slug VARCHAR(200) NOT NULL,
    origin VARCHAR(10) NOT NULL,
    state VARCHAR(10) NOT NULL,
    current_id INTEGER NOT NULL,
    questions INTEGER DEFAULT '0' NOT NULL,
    terms_hash VARCHAR(64),
    CONSTRAINT pk_question_set PRIMARY KEY (id),
    CONSTRAINT uq_question_set_slug UNIQUE (slug),
    CONSTRAINT uq_question_set_current_id UNIQUE (current_id),
    CONSTRAINT ck_question_set_origin_known CHECK (origin IN ('shipped', 'own')),
    CONSTRAINT ck_question_set_state_known CHECK (state IN ('draft', 'reviewed', 'retired')),
    CONSTRAINT ck_question_set_questions_counted CHECK (questions >= 0),
    CONSTRAINT fk_question_set_terms_hash FOREIGN KEY(terms_hash) REFERENCES term_list (hash)
);

CREATE TABLE reference_version (
    id INTEGER NOT NULL,
    reference_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    hash BYTEA NOT NULL,
    body TEXT NOT NULL,
    origin VARCHAR(10) NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_reference_version PRIMARY KEY (id),
    CONSTRAINT uq_reference_version_reference_id_number UNIQUE (reference_id, number),
    CONSTRAINT ck_reference_version_number_from_one CHECK (number >= 1),
    CONSTRAINT ck_reference_version_origin_known CHECK (origin IN ('shipped', 'own')),
    CONSTRAINT fk_reference_version_reference_id FOREIGN KEY(reference_id) REFERENCES reference (id)
);

CREATE TABLE source_version (
    id INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    hash BYTEA NOT NULL,
    body TEXT NOT NULL,
    origin VARCHAR(10) NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_source_version PRIMARY KEY (id),
    CONSTRAINT uq_source_version_source_id_number UNIQUE (source_id, number),
    CONSTRAINT ck_source_version_number_from_one CHECK (number >= 1),
    CONSTRAINT ck_source_version_origin_known CHECK (origin IN ('shipped', 'own')),
    CONSTRAINT fk_source_version_source_id FOREIGN KEY(source_id) REFERENCES source (id)
);

CREATE TABLE question (
    id INTEGER NOT NULL,
    set_id INTEGER NOT NULL,
    slug VARCHAR(200) NOT NULL,
    origin VARCHAR(10) NOT NULL,
    state VARCHAR(10) NOT NULL,
    kind VARCHAR(30) NOT NULL,
    difficulty INTEGER NOT NULL,
    level VARCHAR(20) NOT NULL,
    covers TEXT DEFAULT '[]' NOT NULL,
    desk TEXT DEFAULT '{}' NOT NULL,
    current_id INTEGER NOT NULL,
    CONSTRAINT pk_question PRIMARY KEY (id),
    CONSTRAINT uq_question_set_id_slug UNIQUE (set_id, slug),
    CONSTRAINT uq_question_current_id UNIQUE (current_id),
    CONSTRAINT ck_question_origin_known CHECK (origin IN ('shipped', 'own')),
    CONSTRAINT ck_question_state_known CHECK (state IN ('draft', 'reviewed', 'retired')),
    CONSTRAINT ck_question_difficulty_one_to_five CHECK (difficulty BETWEEN 1 AND 5),
    CONSTRAINT fk_question_set_id FOREIGN KEY(set_id) REFERENCES question_set (id)
);

CREATE TABLE rendered_reference (
    version_id INTEGER NOT NULL,
    renderer VARCHAR(40) NOT NULL,
    "full" TEXT NOT NULL,
    CONSTRAINT pk_rendered_reference PRIMARY KEY (version_id),
    CONSTRAINT fk_rendered_reference_version_id FOREIGN KEY(version_id) REFERENCES reference_version (id)
);

CREATE TABLE set_source (
    set_id INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    questions INTEGER NOT NULL,
    CONSTRAINT pk_set_source PRIMARY KEY (set_id, source_id),
    CONSTRAINT fk_set_source_set_id FOREIGN KEY(set_id) REFERENCES question_set (id),
    CONSTRAINT fk_set_source_source_id FOREIGN KEY(source_id) REFERENCES source (id)
);

CREATE TABLE set_topic (
    set_id INTEGER NOT NULL,
    topic_id INTEGER NOT NULL,
    questions INTEGER NOT NULL,
    CONSTRAINT pk_set_topic PRIMARY KEY (set_id, topic_id),
    CONSTRAINT fk_set_topic_set_id FOREIGN KEY(set_id) REFERENCES question_set (id),
    CONSTRAINT fk_set_topic_topic_id FOREIGN KEY(topic_id) REFERENCES topic (id)
);

CREATE TABLE set_version (
    id INTEGER NOT NULL,
    set_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    hash BYTEA NOT NULL,
    title VARCHAR(500) NOT NULL,
    head TEXT NOT NULL,
    origin VARCHAR(10) NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_set_version PRIMARY KEY (id),
    CONSTRAINT uq_set_version_set_id_number UNIQUE (set_id, number),
    CONSTRAINT ck_set_version_number_from_one CHECK (number >= 1),
    CONSTRAINT ck_set_version_origin_known CHECK (origin IN ('shipped', 'own')),
    CONSTRAINT fk_set_version_set_id FOREIGN KEY(set_id) REFERENCES question_set (id)
);

CREATE TABLE source_version_reference (
    version_id INTEGER NOT NULL,
    reference_version_id INTEGER NOT NULL,
    CONSTRAINT pk_source_version_reference PRIMARY KEY (version_id, reference_version_id),
    CONSTRAINT fk_source_version_reference_version_id FOREIGN KEY(version_id) REFERENCES source_version (id),
    CONSTRAINT fk_source_version_reference_reference_version_id FOREIGN KEY(reference_version_id) REFERENCES reference_version (id)
);

CREATE TABLE attempt (
    id UUID NOT NULL,
    learner_id UUID NOT NULL,
    set_id INTEGER,
    set_version_id INTEGER,
    title VARCHAR(500) NOT NULL,
    content_note TEXT NOT NULL,
    mode VARCHAR(10) NOT NULL,
    plan TEXT NOT NULL,
    seed BIGINT NOT NULL,
    total INTEGER NOT NULL,
    started TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_attempt PRIMARY KEY (id),
    CONSTRAINT ck_attempt_mode_known CHECK (mode IN ('practice', 'exam')),
    CONSTRAINT ck_attempt_total_from_one CHECK (total >= 1),
    CONSTRAINT ck_attempt_set_has_version CHECK ((set_id IS NULL) = (set_version_id IS NULL)),
    CONSTRAINT fk_attempt_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id),
    CONSTRAINT fk_attempt_set_id FOREIGN KEY(set_id) REFERENCES question_set (id),
    CONSTRAINT fk_attempt_set_version_id FOREIGN KEY(set_version_id) REFERENCES set_version (id)
);

CREATE INDEX ix_attempt_learner_id_started ON attempt (learner_id, started);

CREATE TABLE former_name (
    set_slug VARCHAR(200) NOT NULL,
    slug VARCHAR(200) NOT NULL,
    question_id INTEGER NOT NULL,
    CONSTRAINT pk_former_name PRIMARY KEY (set_slug, slug),
    CONSTRAINT fk_former_name_question_id FOREIGN KEY(question_id) REFERENCES question (id)
);

CREATE TABLE learner_question (
    learner_id UUID NOT NULL,
    question_id INTEGER NOT NULL,
    fraction FLOAT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_learner_question PRIMARY KEY (learner_id, question_id),
    CONSTRAINT ck_learner_question_fraction_within_one CHECK (fraction BETWEEN -1 AND 1),
    CONSTRAINT fk_learner_question_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id),
    CONSTRAINT fk_learner_question_question_id FOREIGN KEY(question_id) REFERENCES question (id)
);

CREATE TABLE question_topic (
    question_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    topic_id INTEGER NOT NULL,
    CONSTRAINT pk_question_topic PRIMARY KEY (question_id, place),
    CONSTRAINT ck_question_topic_place_from_zero CHECK (place >= 0),
    CONSTRAINT fk_question_topic_question_id FOREIGN KEY(question_id) REFERENCES question (id),
    CONSTRAINT fk_question_topic_topic_id FOREIGN KEY(topic_id) REFERENCES topic (id)
);

CREATE INDEX ix_question_topic_topic_id_question_id ON question_topic (topic_id, question_id);

CREATE TABLE question_version (
    id INTEGER NOT NULL,
    question_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    hash BYTEA NOT NULL,
    shown TEXT NOT NULL,
    origin VARCHAR(10) NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_question_version PRIMARY KEY (id),
    CONSTRAINT uq_question_version_question_id_number UNIQUE (question_id, number),
    CONSTRAINT ck_question_version_number_from_one CHECK (number >= 1),
    CONSTRAINT ck_question_version_origin_known CHECK (origin IN ('shipped', 'own')),
    CONSTRAINT fk_question_version_question_id FOREIGN KEY(question_id) REFERENCES question (id)
);

CREATE TABLE set_item (
    version_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    question_id INTEGER NOT NULL,
    CONSTRAINT pk_set_item PRIMARY KEY (version_id, position),
    CONSTRAINT ck_set_item_position_from_one CHECK (position >= 1),
    CONSTRAINT fk_set_item_version_id FOREIGN KEY(version_id) REFERENCES set_version (id),
    CONSTRAINT fk_set_item_question_id FOREIGN KEY(question_id) REFERENCES question (id)
);

CREATE INDEX ix_set_item_question_id ON set_item (question_id);

CREATE TABLE answer_key (
    version_id INTEGER NOT NULL,
    body BYTEA NOT NULL,
    CONSTRAINT pk_answer_key PRIMARY KEY (version_id),
    CONSTRAINT fk_answer_key_version_id FOREIGN KEY(version_id) REFERENCES question_version (id)
);

CREATE TABLE attempt_item (
    attempt_id UUID NOT NULL,
    position INTEGER NOT NULL,
    version_id INTEGER NOT NULL,
    orders TEXT NOT NULL,
    points FLOAT NOT NULL,
    topic VARCHAR(200) NOT NULL,
    topic_title VARCHAR(300) NOT NULL,
    CONSTRAINT pk_attempt_item PRIMARY KEY (attempt_id, position),
    CONSTRAINT ck_attempt_item_position_from_one CHECK (position >= 1),
    CONSTRAINT ck_attempt_item_points_not_negative CHECK (points >= 0),
    CONSTRAINT fk_attempt_item_attempt_id FOREIGN KEY(attempt_id) REFERENCES attempt (id),
    CONSTRAINT fk_attempt_item_version_id FOREIGN KEY(version_id) REFERENCES question_version (id)
);

CREATE TABLE attempt_reference (
    attempt_id UUID NOT NULL,
    reference_version_id INTEGER NOT NULL,
    CONSTRAINT pk_attempt_reference PRIMARY KEY (attempt_id, reference_version_id),
    CONSTRAINT fk_attempt_reference_attempt_id FOREIGN KEY(attempt_id) REFERENCES attempt (id),
    CONSTRAINT fk_attempt_reference_reference_version_id FOREIGN KEY(reference_version_id) REFERENCES reference_version (id)
);

CREATE TABLE attempt_result (
    attempt_id UUID NOT NULL,
    learner_id UUID NOT NULL,
    finished TIMESTAMP WITH TIME ZONE NOT NULL,
    score FLOAT NOT NULL,
    max FLOAT NOT NULL,
    correct INTEGER NOT NULL,
    partly INTEGER NOT NULL,
    wrong INTEGER NOT NULL,
    blank INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    active_ms INTEGER NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    CONSTRAINT pk_attempt_result PRIMARY KEY (attempt_id),
    CONSTRAINT ck_attempt_result_score_within_max CHECK (score <= max + 0.000001),
    CONSTRAINT fk_attempt_result_attempt_id FOREIGN KEY(attempt_id) REFERENCES attempt (id),
    CONSTRAINT fk_attempt_result_learner_id FOREIGN KEY(learner_id) REFERENCES learner (id)
);

CREATE INDEX ix_attempt_result_learner_id_finished ON attempt_result (learner_id, finished);

CREATE TABLE attempt_source (
    attempt_id UUID NOT NULL,
    source_version_id INTEGER NOT NULL,
    CONSTRAINT pk_attempt_source PRIMARY KEY (attempt_id, source_version_id),
    CONSTRAINT fk_attempt_source_attempt_id FOREIGN KEY(attempt_id) REFERENCES attempt (id),
    CONSTRAINT fk_attempt_source_source_version_id FOREIGN KEY(source_version_id) REFERENCES source_version (id)
);

CREATE TABLE question_citation (
    version_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    source_version_id INTEGER NOT NULL,
    paragraph INTEGER NOT NULL,
    sentence INTEGER NOT NULL,
    anchor TEXT NOT NULL,
    CONSTRAINT pk_question_citation PRIMARY KEY (version_id, number),
    CONSTRAINT ck_question_citation_place_from_one CHECK (paragraph >= 1 AND sentence >= 1),
    CONSTRAINT fk_question_citation_version_id FOREIGN KEY(version_id) REFERENCES question_version (id),
    CONSTRAINT fk_question_citation_source_version_id FOREIGN KEY(source_version_id) REFERENCES source_version (id)
);

CREATE TABLE question_version_reference (
    version_id INTEGER NOT NULL,
    reference_version_id INTEGER NOT NULL,
    CONSTRAINT pk_question_version_reference PRIMARY KEY (version_id, reference_version_id),
    CONSTRAINT fk_question_version_reference_version_id FOREIGN KEY(version_id) REFERENCES question_version (id),
    CONSTRAINT fk_question_version_reference_reference_version_id FOREIGN KEY(reference_version_id) REFERENCES reference_version (id)
);

CREATE TABLE attempt_event (
    attempt_id UUID NOT NULL,
    number INTEGER NOT NULL,
    kind VARCHAR(12) NOT NULL,
    position INTEGER,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_attempt_event PRIMARY KEY (attempt_id, number),
    CONSTRAINT ck_attempt_event_kind_known CHECK (kind IN ('shown', 'skipped', 'flagged', 'unflagged', 'left', 'submitted')),
    CONSTRAINT ck_attempt_event_number_from_one CHECK (number >= 1),
    CONSTRAINT ck_attempt_event_position_but_when_submitted CHECK ((kind = 'submitted') = (position IS NULL)),
    CONSTRAINT fk_attempt_event_attempt_id_position FOREIGN KEY(attempt_id, position) REFERENCES attempt_item (attempt_id, position),
    CONSTRAINT fk_attempt_event_attempt_id FOREIGN KEY(attempt_id) REFERENCES attempt (id)
);

CREATE UNIQUE INDEX uq_attempt_event_submitted_once ON attempt_event (attempt_id) WHERE kind = 'submitted';

CREATE TABLE response (
    attempt_id UUID NOT NULL,
    position INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    given TEXT NOT NULL,
    blank BOOLEAN NOT NULL,
    shown_at TIMESTAMP WITH TIME ZONE NOT NULL,
    given_at TIMESTAMP WITH TIME ZONE NOT NULL,
    active_ms INTEGER NOT NULL,
    mode VARCHAR(10) NOT NULL,
    certainty INTEGER,
    CONSTRAINT pk_response PRIMARY KEY (attempt_id, position, revision),
    CONSTRAINT fk_response_attempt_id_position FOREIGN KEY(attempt_id, position) REFERENCES attempt_item (attempt_id, position),
    CONSTRAINT ck_response_position_from_one CHECK (position >= 1),
    CONSTRAINT ck_response_revision_from_one CHECK (revision >= 1),
    CONSTRAINT ck_response_mode_known CHECK (mode IN ('practice', 'exam')),
    CONSTRAINT ck_response_active_ms_not_negative CHECK (active_ms >= 0),
    CONSTRAINT ck_response_certainty_one_to_three CHECK (certainty BETWEEN 1 AND 3)
);

CREATE TABLE grade (
    attempt_id UUID NOT NULL,
    position INTEGER NOT NULL,
    response_revision INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    fraction FLOAT NOT NULL,
    rule VARCHAR(60) NOT NULL,
    key_version_id INTEGER NOT NULL,
    terms_hash VARCHAR(64),
    graded_by VARCHAR(100) NOT NULL,
    reason TEXT NOT NULL,
    graded TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_grade PRIMARY KEY (attempt_id, position, response_revision, revision),
    CONSTRAINT fk_grade_attempt_id_position_response_revision FOREIGN KEY(attempt_id, position, response_revision) REFERENCES response (attempt_id, position, revision),
    CONSTRAINT ck_grade_revision_from_one CHECK (revision >= 1),
    CONSTRAINT ck_grade_fraction_within_one CHECK (fraction BETWEEN -1 AND 1),
    CONSTRAINT ck_grade_rule_has_number CHECK (rule LIKE '%%_@_%%'),
    CONSTRAINT ck_grade_correction_has_reason CHECK (revision = 1 OR (graded_by <> '' AND reason <> '')),
    CONSTRAINT fk_grade_key_version_id FOREIGN KEY(key_version_id) REFERENCES answer_key (version_id),
    CONSTRAINT fk_grade_terms_hash FOREIGN KEY(terms_hash) REFERENCES term_list (hash)
);

ALTER TABLE question ADD CONSTRAINT fk_question_current_id FOREIGN KEY(current_id) REFERENCES question_version (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE question_set ADD CONSTRAINT fk_question_set_current_id FOREIGN KEY(current_id) REFERENCES set_version (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE reference ADD CONSTRAINT fk_reference_current_id FOREIGN KEY(current_id) REFERENCES reference_version (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE source ADD CONSTRAINT fk_source_current_id FOREIGN KEY(current_id) REFERENCES source_version (id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE question_text (version_id INTEGER PRIMARY KEY REFERENCES question_version (id), words TSVECTOR NOT NULL);

CREATE INDEX ix_question_text_words ON question_text USING gin (words);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'append-only: %%', TG_TABLE_NAME; END $$;

CREATE TRIGGER answer_key_refuses_update BEFORE UPDATE ON answer_key FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER answer_key_refuses_delete BEFORE DELETE ON answer_key FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER attempt_refuses_update BEFORE UPDATE ON attempt FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER attempt_refuses_delete BEFORE DELETE ON attempt FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER attempt_event_refuses_update BEFORE UPDATE ON attempt_event FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER attempt_event_refuses_delete BEFORE DELETE ON attempt_event FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER attempt_item_refuses_update BEFORE UPDATE ON attempt_item FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER attempt_item_refuses_delete BEFORE DELETE ON attempt_item FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER attempt_reference_refuses_update BEFORE UPDATE ON attempt_reference FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER attempt_reference_refuses_delete BEFORE DELETE ON attempt_reference FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER attempt_source_refuses_update BEFORE UPDATE ON attempt_source FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER attempt_source_refuses_delete BEFORE DELETE ON attempt_source FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER change_refuses_update BEFORE UPDATE ON change FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER change_refuses_delete BEFORE DELETE ON change FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER change_item_refuses_update BEFORE UPDATE ON change_item FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER change_item_refuses_delete BEFORE DELETE ON change_item FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER grade_refuses_update BEFORE UPDATE ON grade FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER grade_refuses_delete BEFORE DELETE ON grade FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER question_citation_refuses_update BEFORE UPDATE ON question_citation FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER question_citation_refuses_delete BEFORE DELETE ON question_citation FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER question_version_refuses_update BEFORE UPDATE ON question_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER question_version_refuses_delete BEFORE DELETE ON question_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER question_version_reference_refuses_update BEFORE UPDATE ON question_version_reference FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER question_version_reference_refuses_delete BEFORE DELETE ON question_version_reference FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER reference_version_refuses_update BEFORE UPDATE ON reference_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER reference_version_refuses_delete BEFORE DELETE ON reference_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER response_refuses_update BEFORE UPDATE ON response FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER response_refuses_delete BEFORE DELETE ON response FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER set_item_refuses_update BEFORE UPDATE ON set_item FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER set_item_refuses_delete BEFORE DELETE ON set_item FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER set_version_refuses_update BEFORE UPDATE ON set_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER set_version_refuses_delete BEFORE DELETE ON set_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER source_version_refuses_update BEFORE UPDATE ON source_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER source_version_refuses_delete BEFORE DELETE ON source_version FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER source_version_reference_refuses_update BEFORE UPDATE ON source_version_reference FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER source_version_reference_refuses_delete BEFORE DELETE ON source_version_reference FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER term_list_refuses_update BEFORE UPDATE ON term_list FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER term_list_refuses_delete BEFORE DELETE ON term_list FOR EACH ROW EXECUTE FUNCTION refuse_change();
