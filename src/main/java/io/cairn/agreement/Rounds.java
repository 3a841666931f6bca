package io.cairn.agreement;

import io.cairn.access.Audience;
import io.cairn.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The rows of rounds; they are added and read, never changed. */
@Component
class Rounds {
    private final JdbcClient db;
    private final ObjectMapper json;

    Rounds(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A row that is read: the round and the key all rounds of the subject carry. */
    record Kept(UUID subjectId, Round round, Audience key) {}

    /** Lets one move about a subject through at a time; held until the transaction ends. */
    void lock(Subject subject) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('cairn.agreement ' || :subject, 0))::text")
                .param("subject", subject.kind() + "/" + subject.id())
                .query(String.class)
                .single();
    }

    /** Those of each subject the viewer may read, oldest first. */
    Map<UUID, List<Kept>> of(String kind, Collection<UUID> subjects) {
        return db
                .sql("""
                select r.id, r.subject_id, r.number, r.version, r.act, r.side, r.person_id, p.name, r.role_word, r.comment,
                       r.document, r.digest, r.effective_from, r.reason, r.approval, r.state, r.turn, r.at,
                       r.audience_kind, r.audience_id
                  from agreement.round r left join organization.person p on p.id = r.person_id
                 where r.subject_kind = :kind and r.subject_id = any (:subjects)
                 order by r.subject_id, r.number
                """)
                .param("kind", kind)
                .param("subjects", subjects.toArray(UUID[]::new))
                .query(this::kept)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Kept::subjectId));
    }

    List<Standing> standings(String kind, Collection<UUID> subjects) {
        return db.sql("""
                select distinct on (r.subject_id) r.subject_id, r.version, r.state, r.turn,
                       coalesce(max(r.version) filter (where r.state = 'AGREED') over (partition by r.subject_id), 0)
                           as agreed_version,
                       max(r.at) filter (where r.act <> 'COMMENT') over (partition by r.subject_id) as since
                  from agreement.round r
                 where r.subject_kind = :kind and r.subject_id = any (:subjects)
                 order by r.subject_id, r.number desc
                """)
                .param("kind", kind)
                .param("subjects", subjects.toArray(UUID[]::new))
                .query((row, number) -> new Standing(
                        row.getObject("subject_id", UUID.class),
                        row.getInt("version"),
                        State.valueOf(row.getString("state")),
                        side(row.getString("turn")),
                        row.getInt("agreed_version"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    void add(Subject subject, Round round, @Nullable Document document, Audience key) {
        db.sql("""
                insert into agreement.round (id, subject_kind, subject_id, number, version, act, side, person_id, role_word,
                                             comment, document, digest, effective_from, reason, approval, state, turn, at,
                                             audience_kind, audience_id)
                values (:id, :subjectKind, :subjectId, :number, :version, :act, :side, :person, :role,
                        :comment, :document, :digest, :effectiveFrom, :reason, :approval, :state, :turn, :at,
                        :keyKind, :keyId)
                """)
                .param("id", round.id())
                .param("subjectKind", subject.kind())
                .param("subjectId", subject.id())
                .param("number", round.number())
                .param("version", round.version())
                .param("act", round.act().name())
                .param("side", round.side().name())
                .param("person", round.person().id())
                .param("role", round.role())
                .param("comment", round.comment())
                .param("document", document == null ? null : document.text())
                .param("digest", round.digest())
                .param("effectiveFrom", round.effectiveFrom())
                .param("reason", round.reason())
                .param("approval", round.approval())
                .param("state", round.state().name())
                .param("turn", round.turn() == null ? null : round.turn().name())
                .param("at", Timestamp.from(round.at()))
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .update();
    }

    private Kept kept(ResultSet row, int number) throws SQLException {
        Round round = new Round(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getInt("version"),
                Act.valueOf(row.getString("act")),
                Side.valueOf(row.getString("side")),
                new PersonRef(row.getObject("person_id", UUID.class), row.getString("name")),
                row.getString("role_word"),
                row.getString("comment"),
                terms(row.getString("document")),
                row.getString("digest"),
                row.getObject("effective_from", LocalDate.class),
                row.getString("reason"),
                row.getBoolean("approval"),
                State.valueOf(row.getString("state")),
                side(row.getString("turn")),
                row.getObject("at", OffsetDateTime.class).toInstant());
        return new Kept(
                row.getObject("subject_id", UUID.class),
                round,
                Audience.of(row.getString("audience_kind"), row.getObject("audience_id", UUID.class)));
    }

    private @Nullable JsonNode terms(@Nullable String document) {
        return document == null ? null : json.readTree(document).path(Document.TERMS);
    }

    private static @Nullable Side side(@Nullable String name) {
        return name == null ? null : Side.valueOf(name);
    }
}
