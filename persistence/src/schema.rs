//! The tables, as diesel sees them on both databases. A test round-trips every column.

macro_rules! tables {
    ($($name:ident $key:tt $columns:tt)+) => {
        $(diesel::table! { $name $key $columns })+
    };
}

tables! {
    clients (id) {
        id -> Text,
        name -> Text,
        secret_hash -> Binary,
        scopes -> Text,
        region_codes -> Text,
        created_at -> Timestamp,
        rotated_at -> Timestamp,
        disabled_at -> Nullable<Timestamp>,
    }

    client_organisations (client_id, organisation_id) {
        client_id -> Text,
        organisation_id -> Text,
    }

    organisations (id) {
        id -> Text,
        name -> Text,
        kind -> Text,
        region_code -> Text,
        credit_code -> Nullable<Text>,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }

    officers (id) {
        id -> Text,
        organisation_id -> Text,
        name -> Text,
        position -> Text,
        active -> Bool,
        region_code -> Text,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }

    audit_entries (sequence) {
        sequence -> BigInt,
        id -> Text,
        at -> Timestamp,
        client_id -> Nullable<Text>,
        officer_id -> Nullable<Text>,
        action -> Text,
        subject_kind -> Text,
        subject_id -> Text,
        region_code -> Text,
        purpose -> Nullable<Text>,
        request_id -> Text,
        trace_id -> Text,
        detail -> Text,
        position -> BigInt,
    }

    events (sequence) {
        sequence -> BigInt,
        id -> Text,
        at -> Timestamp,
        kind -> Text,
        subject_kind -> Text,
        subject_id -> Text,
        subject_version -> BigInt,
        region_code -> Text,
        data -> Text,
        position -> BigInt,
    }

    audit_links (number) {
        number -> BigInt,
        entry_position -> BigInt,
        entry_sequence -> BigInt,
        hash -> Binary,
    }

    audit_checkpoints (number) {
        number -> BigInt,
        made_at -> Timestamp,
        token -> Text,
    }

    idempotency_records (client_id, idempotency_key) {
        client_id -> Text,
        idempotency_key -> Text,
        fingerprint -> Binary,
        answer -> Binary,
        expires_at -> Timestamp,
    }

    leases (name) {
        name -> Text,
        holder -> Text,
        expires_at -> Timestamp,
    }

    serving_processes (id) {
        id -> Text,
        policy -> Text,
        public_url -> Text,
        started_at -> Timestamp,
        seen_at -> Timestamp,
    }

    public_writes (sender) {
        sender -> Text,
        whole_at -> Timestamp,
    }

    sandbox_clock (only_row) {
        only_row -> SmallInt,
        #[sql_name = "move"]
        moves -> BigInt,
        milliseconds -> BigInt,
    }

    policy_versions (policy_id, version, hash) {
        policy_id -> Text,
        version -> Text,
        hash -> Text,
    }

    receipts (id) {
        id -> Text,
        kind -> Text,
        region_code -> Text,
        proposal -> Text,
        policy_id -> Text,
        policy_version -> Text,
        policy_hash -> Text,
        client_id -> Nullable<Text>,
        officer_id -> Nullable<Text>,
        created_at -> Timestamp,
        receipt -> Binary,
    }

    people (id) {
        id -> Text,
        region_code -> Text,
        status -> Text,
        merged_into -> Nullable<Text>,
        file_origin -> Text,
        source -> Nullable<Text>,
        synthetic -> Bool,
        name -> Text,
        sex -> Text,
        life_status -> Text,
        native_place -> Nullable<Text>,
        household_region -> Nullable<Text>,
        origin_basis -> Nullable<Text>,
        origin_region -> Nullable<Text>,
        sealed -> Binary,
        citizen_number_index -> Nullable<Binary>,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }

    person_search_keys (search_key, person_id) {
        search_key -> Text,
        person_id -> Text,
        region_code -> Text,
        shared -> SmallInt,
    }

    search_key_form (form) {
        form -> SmallInt,
    }

    person_history (id) {
        id -> Text,
        person_id -> Text,
        written_in -> Text,
        kind -> Text,
        version -> BigInt,
        recorded_at -> Timestamp,
        client_id -> Nullable<Text>,
        officer_id -> Nullable<Text>,
        sealed -> Binary,
    }

    match_tasks (id) {
        id -> Text,
        person_id -> Text,
        other_person_id -> Text,
        reason -> Text,
        status -> Text,
        note -> Nullable<Binary>,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }

    imported_people (import_key) {
        import_key -> Binary,
        person_id -> Text,
    }

    case_files (id) {
        id -> Text,
        procedure -> Text,
        region_code -> Text,
        received_on -> Date,
        sealed -> Binary,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }

    round_entries (round_id, commendation_id) {
        round_id -> Text,
        commendation_id -> Text,
    }

    households (id) {
        id -> Text,
        region_code -> Text,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }

    household_members (person_id) {
        person_id -> Text,
        household_id -> Text,
    }

    plaques (file_id) {
        file_id -> Text,
        household_id -> Text,
        region_code -> Text,
        state -> Text,
        active -> Bool,
        serial -> Nullable<Text>,
        unreachable -> Bool,
        unreachable_since -> Nullable<Date>,
    }

    plaque_heroes (person_id) {
        person_id -> Text,
        household_id -> Nullable<Text>,
        region_code -> Text,
        waiting -> Bool,
    }

    consents (id) {
        id -> Text,
        person_id -> Text,
        sealed -> Binary,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }

    public_entries (sequence) {
        sequence -> BigInt,
        position -> BigInt,
        id -> Text,
        collection -> Text,
        origin -> Text,
        owner -> Text,
        order_key -> Text,
        until -> Nullable<Date>,
        entry -> Nullable<Text>,
        at -> Timestamp,
    }

    public_facets (facet, order_key, entry_id) {
        facet -> Text,
        order_key -> Text,
        entry_id -> Text,
    }

    public_search_keys (search_key, entry_id) {
        search_key -> Text,
        entry_id -> Text,
    }

    studio_clues (clue_id) {
        clue_id -> Text,
        file_id -> Text,
    }

    studio_names (name_index) {
        name_index -> Binary,
        file_id -> Text,
    }

    case_sight (case_id, region_code) {
        case_id -> Text,
        region_code -> Text,
    }

    attachment_cases (attachment_id, case_id) {
        attachment_id -> Text,
        case_id -> Text,
    }

    event_regions (region_code, position, sequence) {
        region_code -> Text,
        position -> BigInt,
        sequence -> BigInt,
    }

    audit_regions (region_code, position, sequence) {
        region_code -> Text,
        position -> BigInt,
        sequence -> BigInt,
    }

    case_regions (procedure, region_code, file_id) {
        procedure -> Text,
        region_code -> Text,
        file_id -> Text,
    }

    case_states (procedure, region_code, state, file_id) {
        procedure -> Text,
        region_code -> Text,
        state -> Text,
        file_id -> Text,
    }

    cases (id) {
        id -> Text,
        procedure -> Text,
        file_id -> Text,
        number -> SmallInt,
        person_id -> Nullable<Text>,
        state -> Text,
        holder_region -> Text,
        received_on -> Date,
        restricted -> Bool,
        receipt_id -> Text,
        sealed -> Binary,
        facts -> Nullable<Binary>,
        version -> BigInt,
    }

    case_tasks (case_id, kind) {
        case_id -> Text,
        kind -> Text,
        procedure -> Text,
        file_id -> Text,
        region_code -> Text,
        due_on -> Date,
        due_until -> Nullable<Date>,
        officer_id -> Nullable<Text>,
        statutory -> Bool,
    }

    case_deadlines_missed (case_id, kind, due_on) {
        case_id -> Text,
        kind -> Text,
        due_on -> Date,
        reported_at -> Timestamp,
    }

    decision_numbers (region_code, year, number) {
        region_code -> Text,
        year -> Integer,
        number -> Text,
        file_id -> Text,
        step -> Text,
    }

    case_history (id) {
        id -> Text,
        file_id -> Text,
        case_id -> Text,
        recorded_at -> Timestamp,
        client_id -> Nullable<Text>,
        officer_id -> Nullable<Text>,
        sealed -> Binary,
    }

    case_enclosures (id) {
        id -> Text,
        file_id -> Text,
        kind -> Text,
        sealed -> Binary,
        objector -> Nullable<Binary>,
        recorded_at -> Timestamp,
    }

    documents (id) {
        id -> Text,
        file_id -> Text,
        kind -> Text,
        number -> Text,
        issued_on -> Date,
        recorded_at -> Timestamp,
        concerned -> Text,
        sealed -> Binary,
    }

    document_numbers (region_code, kind, year) {
        region_code -> Text,
        kind -> Text,
        year -> Integer,
        last -> BigInt,
    }

    filings (id) {
        id -> Text,
        kind -> Text,
        region_code -> Text,
        state -> Text,
        received_on -> Date,
        tracking_index -> Nullable<Binary>,
        file_id -> Nullable<Text>,
        recognition_id -> Nullable<Text>,
        sealed -> Binary,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }

    duplicate_keys (key, subject_id, act_type) {
        key -> Binary,
        subject_id -> Text,
        act_type -> Text,
        subject_kind -> Text,
    }

    calendar_years (version) {
        version -> BigInt,
        id -> Text,
        year -> Integer,
        revision -> BigInt,
        notice_number -> Text,
        days -> Text,
        client_id -> Nullable<Text>,
        officer_id -> Nullable<Text>,
        loaded_at -> Timestamp,
    }

    attachments (id) {
        id -> Text,
        file_id -> Text,
        procedure -> Text,
        size_bytes -> BigInt,
        state -> Text,
        media_type -> Nullable<Text>,
        sealed -> Binary,
        version -> BigInt,
        created_at -> Timestamp,
        updated_at -> Timestamp,
    }

    attachment_parts (attachment_id, number) {
        attachment_id -> Text,
        number -> Integer,
        digest -> Binary,
        sealed -> Binary,
    }

    evidence_attachments (evidence_id, attachment_id) {
        evidence_id -> Text,
        attachment_id -> Text,
    }
}

diesel::table! {
    rounds (file_id) {
        file_id -> Text,
        region_code -> Text,
        form -> Text,
        level -> Text,
        kind -> Text,
        year -> BigInt,
        called_in -> Nullable<BigInt>,
        titles -> Text,
    }
}

diesel::joinable!(attachments -> case_files (file_id));
diesel::joinable!(evidence_attachments -> case_enclosures (evidence_id));
diesel::joinable!(officers -> organisations (organisation_id));
diesel::joinable!(case_tasks -> case_files (file_id));
diesel::joinable!(case_regions -> case_files (file_id));
diesel::joinable!(case_states -> case_files (file_id));
diesel::joinable!(person_search_keys -> people (person_id));
diesel::joinable!(cases -> case_files (file_id));
diesel::joinable!(cases -> people (person_id));
diesel::allow_tables_to_appear_in_same_query!(
    attachment_cases,
    case_files,
    case_regions,
    case_sight,
    case_states,
    cases,
    case_tasks,
    case_deadlines_missed,
    attachments,
    documents,
    person_history,
);
diesel::allow_tables_to_appear_in_same_query!(case_sight, people);
diesel::allow_tables_to_appear_in_same_query!(event_regions, events);
diesel::allow_tables_to_appear_in_same_query!(audit_regions, audit_entries);
diesel::allow_tables_to_appear_in_same_query!(cases, filings);
diesel::allow_tables_to_appear_in_same_query!(case_files, people);
diesel::allow_tables_to_appear_in_same_query!(case_regions, people);
diesel::allow_tables_to_appear_in_same_query!(cases, people);
diesel::allow_tables_to_appear_in_same_query!(duplicate_keys, filings, case_regions);
diesel::allow_tables_to_appear_in_same_query!(case_enclosures, evidence_attachments);
diesel::allow_tables_to_appear_in_same_query!(
    clients,
    client_organisations,
    organisations,
    officers,
    people,
    person_search_keys,
    person_history,
    match_tasks,
);
diesel::allow_tables_to_appear_in_same_query!(public_entries, public_facets, public_search_keys);
diesel::allow_tables_to_appear_in_same_query!(rounds, case_files);
diesel::allow_tables_to_appear_in_same_query!(rounds, case_regions);
diesel::allow_tables_to_appear_in_same_query!(rounds, case_states);
