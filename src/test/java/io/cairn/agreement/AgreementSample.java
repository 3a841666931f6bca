package io.cairn.agreement;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.cairn.kernel.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agreement with an answer and an amendment that waits for its approval. */
public final class AgreementSample {
    static final PersonRef AVA = new PersonRef(new UUID(1, 1), "Ava");
    static final PersonRef THEO = new PersonRef(new UUID(1, 2), "Theo");
    private static final Subject SUBJECT = new Subject("plan", new UUID(1, 3));
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
    private final List<Round> rounds = new ArrayList<>();
    private int version = 1;
    private String digest = "";

    private AgreementSample() {}

    /** As its page shows it. */
    public static String html() {
        var html = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.cairn")
                .render("agreement/AgreementPart.jte", Map.of("page", part()), html);
        return html.toString();
    }

    static AgreementPart part() {
        return new AgreementPart(Agreement.of(SUBJECT, new AgreementSample().told()), ZoneOffset.UTC);
    }

    private List<Round> told() {
        round(
                Act.OFFER,
                THEO,
                "Let us go for the large accounts.",
                terms("2400000", 60, "RATIO_TO_TARGET"),
                State.OFFERED,
                Side.FIRST);
        round(
                Act.COUNTER,
                AVA,
                "15 % is what the territory can give.\nAnd we measure from the baseline, as with everybody.",
                terms("2300000.00", 60, "BASELINE_TO_TARGET"),
                State.OFFERED,
                Side.SECOND);
        round(Act.ACCEPT, THEO, "", null, State.AGREED, null);
        version = 2;
        round(Act.OFFER, THEO, "", terms("2300000", 50, "BASELINE_TO_TARGET"), State.OFFERED, Side.FIRST);
        round(Act.DECLINE, AVA, "Not without the third objective.", null, State.DECLINED, null);
        round(Act.OFFER, THEO, "Done.", more(), State.OFFERED, Side.FIRST);
        round(Act.ACCEPT, AVA, "", null, State.OFFERED, Side.APPROVER);
        round(Act.COMMENT, AVA, "Could HR look at it this week?", null, State.OFFERED, Side.APPROVER);
        return rounds;
    }

    private void round(
            Act act, PersonRef person, String comment, @Nullable JsonNode terms, State state, @Nullable Side turn) {
        LocalDate from = version == 1 ? null : AUGUST;
        String reason = version == 1 ? null : "The territory was divided";
        digest = terms == null
                ? digest
                : Document.of(SUBJECT, version, terms, from, reason).digest();
        int number = rounds.size() + 1;
        rounds.add(new Round(
                new UUID(2, number),
                number,
                version,
                act,
                person == AVA ? Side.FIRST : Side.SECOND,
                person,
                person == AVA ? "employee" : "manager",
                comment,
                terms,
                digest,
                from,
                reason,
                version == 2,
                state,
                turn,
                Instant.parse("2026-06-22T08:30:00Z").plus(Duration.ofHours(25L * number))));
    }

    private static JsonNode terms(String target, int weight, String basis) {
        return JsonMapper.shared().readTree("""
                {"planCap": 2.00, "objectives": [
                  {"id": "o1", "title": "Expansion revenue in assigned enterprise accounts", "weight": %d, "baseline": 2000000,
                   "target": %s, "basis": "%s"},
                  {"id": "o2", "title": "Renewals on time", "weight": 40, "target": 95, "due": "2026-09-30"}]}
                """.formatted(weight, target, basis));
    }

    private static JsonNode more() {
        return JsonMapper.shared().readTree("""
                {"planCap": 1.8, "objectives": [
                  {"id": "o3", "title": "A plan for the northern territory", "weight": 20, "basis": "MILESTONE", "strict": true},
                  {"id": "o2", "title": "Renewals on time", "weight": 30, "target": 95, "due": "2026-10-15"},
                  {"id": "o1", "title": "Expansion revenue in assigned enterprise accounts", "weight": 50, "baseline": 2000000,
                   "target": 2300000, "basis": "BASELINE_TO_TARGET"}]}
                """);
    }
}
