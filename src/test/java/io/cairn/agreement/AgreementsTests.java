package io.cairn.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.access.Audience;
import io.cairn.access.Viewing;
import io.cairn.audit.Journal;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Ids;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import io.cairn.testing.Statements;
import io.cairn.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CairnTest
class AgreementsTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);

    @Autowired
    Agreements agreements;

    @Autowired
    SmallCompany company;

    @Autowired
    Journal journal;

    @Autowired
    DomainClock clock;

    @Autowired
    Statements statements;

    @Autowired
    TestDatabase database;

    Cast cast;
    Viewer employee;
    Viewer manager;
    Viewer hr;
    Subject subject;
    Parties parties;

    @BeforeEach
    void meet() {
        cast = company.cast();
        employee = cast.member();
        manager = cast.leader();
        hr = company.with(Role.HR);
        subject = new Subject("plan", Ids.next());
        parties = Parties.of(new Party(employee.id(), "employee"), new Party(manager.id(), "manager"));
    }

    static JsonNode terms(int target) {
        return JSON.readTree("{\"objectives\": [{\"id\": 7, \"title\": \"Sell\", \"weight\": 60.0, \"target\": %d}]}"
                .formatted(target));
    }

    Offer offer(int target) {
        return Offer.of(Audience.pair(employee.id()), terms(target), "My proposal");
    }

    <T> T as(Viewer viewer, Supplier<T> work) {
        return Objects.requireNonNull(Viewing.as(viewer, work::get));
    }

    Agreement offered(Viewer viewer, Offer offer) {
        return as(viewer, () -> agreements.offer(viewer, subject, parties, offer));
    }

    Agreement accepted(Viewer viewer) {
        return as(viewer, () -> agreements.accept(viewer, subject, parties, digest(viewer), null));
    }

    Agreement approved(Viewer viewer) {
        return as(viewer, () -> agreements.approve(viewer, subject, seenBy(viewer), digest(viewer), "Fine"));
    }

    Parties seenBy(Viewer approver) {
        return parties.withApprover(new Party(approver.id(), "HR"));
    }

    Agreement read(Viewer viewer) {
        return as(viewer, () -> agreements.of(subject));
    }

    String digest(Viewer viewer) {
        Version now = read(viewer).current();
        return now == null ? "none" : now.digest();
    }

    void refused(String code, int status, Callable<?> move) {
        assertThatThrownBy(move::call).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.first().code()).isEqualTo(code);
            assertThat(refusal.first().status()).isEqualTo(status);
        });
    }

    Agreement agreedOnce() {
        offered(manager, offer(100));
        return accepted(employee);
    }

    Agreement amended(int target, LocalDate from) {
        return offered(manager, offer(target).from(from, "The market moved"));
    }

    @Test
    void whoOffersSignsAndTheOtherSideMakesItAgreed() {
        Version open = Objects.requireNonNull(offered(manager, offer(100)).current());
        assertThat(open.state()).isEqualTo(State.OFFERED);
        assertThat(open.turn()).isEqualTo(Side.FIRST);
        assertThat(open.signatures()).extracting(Signature::role).containsExactly("manager");

        Version agreed = accepted(employee).requireAgreed();
        assertThat(agreed.turn()).isNull();
        assertThat(agreed.signatures())
                .extracting(one -> one.person().name(), Signature::role, Signature::digest)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(manager.name(), "manager", open.digest()),
                        org.assertj.core.groups.Tuple.tuple(employee.name(), "employee", open.digest()));
        assertThat(read(employee).requireAgreed()).isEqualTo(agreed);
        assertThat(read(employee).rounds()).hasSize(2);
    }

    @Test
    void eitherSideMayBeginAndTheAnswerMayBeOtherTerms() {
        offered(employee, offer(100));
        as(manager, () -> agreements.counter(manager, subject, parties, terms(120), null, "You can do more"));
        refused("NOT_YOUR_TURN", 409, () -> as(manager, () -> agreements.decline(manager, subject, parties, "No")));
        Agreement agreed = accepted(employee);
        assertThat(agreed.requireAgreed()
                        .terms()
                        .path("objectives")
                        .path(0)
                        .path("target")
                        .asInt())
                .isEqualTo(120);
        assertThat(agreed.requireAgreed().signatures())
                .extracting(one -> one.person().id())
                .containsExactly(manager.id(), employee.id());
    }

    @Test
    void nothingIsSignedThatIsNotOffered() {
        refused(
                "NOTHING_OFFERED",
                409,
                () -> as(employee, () -> agreements.accept(employee, subject, parties, "abc", null)));
        refused(
                "NOTHING_OFFERED",
                409,
                () -> as(employee, () -> agreements.comment(employee, subject, parties, "Hello")));
        offered(manager, offer(100));
        as(employee, () -> agreements.decline(employee, subject, parties, "Too much"));
        refused("NOTHING_OFFERED", 409, () -> accepted(employee));
        refused("NOT_AGREED", 409, () -> read(employee).requireAgreed());
    }

    @Test
    void nobodySignsTwiceOrOutOfTurn() {
        offered(manager, offer(100));
        refused("ALREADY_SIGNED", 409, () -> accepted(manager));
        accepted(employee);
        refused("ALREADY_SIGNED", 409, () -> accepted(employee));
    }

    @Test
    void nobodySignsWhatTheyHaveNotSeen() {
        String seen =
                Objects.requireNonNull(offered(manager, offer(100)).current()).digest();
        as(manager, () -> agreements.withdraw(manager, subject, parties, null));
        String now =
                Objects.requireNonNull(offered(manager, offer(130)).current()).digest();
        assertThatThrownBy(() -> as(employee, () -> agreements.accept(employee, subject, parties, seen, null)))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.first().code()).isEqualTo("TERMS_CHANGED");
                    assertThat(refusal.first().details()).containsEntry("current", now);
                });
        refused("REQUIRED", 422, () -> as(employee, () -> agreements.accept(employee, subject, parties, " ", null)));
    }

    /** The same terms from another day are other terms. */
    @Test
    void theDayOfAnAmendmentIsSignedToo() {
        agreedOnce();
        String seen = Objects.requireNonNull(amended(130, AUGUST).current()).digest();
        as(manager, () -> agreements.withdraw(manager, subject, parties, null));
        amended(130, AUGUST.plusDays(1));
        refused(
                "TERMS_CHANGED",
                409,
                () -> as(employee, () -> agreements.accept(employee, subject, parties, seen, null)));
    }

    @Test
    void whoSaysNoSaysWhy() {
        offered(manager, offer(100));
        refused("COMMENT_REQUIRED", 422, () -> as(employee, () -> agreements.decline(employee, subject, parties, " ")));
        refused(
                "COMMENT_REQUIRED",
                422,
                () -> as(employee, () -> agreements.counter(employee, subject, parties, terms(90), null, null)));
        refused(
                "COMMENT_REQUIRED",
                422,
                () -> as(employee, () -> agreements.comment(employee, subject, parties, null)));
        refused(
                "SAME_TERMS",
                422,
                () -> as(employee, () -> agreements.counter(employee, subject, parties, terms(100), null, "Well")));
        assertThat(read(employee).rounds()).hasSize(1);
    }

    @Test
    void oneOfferIsOpenAtATime() {
        offered(manager, offer(100));
        refused("OFFER_OPEN", 409, () -> offered(manager, offer(110)));
        refused("OFFER_OPEN", 409, () -> offered(employee, offer(90)));
    }

    @Test
    void onlyTheOfferingSideTakesItsOfferBack() {
        offered(manager, offer(100));
        refused("NOT_YOUR_TURN", 409, () -> as(employee, () -> agreements.withdraw(employee, subject, parties, null)));
        Agreement withdrawn = as(manager, () -> agreements.withdraw(manager, subject, parties, null));
        assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void nobodyStandsOnBothSides() {
        Party self = new Party(manager.id(), "manager");
        Parties alone = Parties.of(self, self);
        refused("SAME_PERSON", 403, () -> as(manager, () -> agreements.offer(manager, subject, alone, offer(100))));
        offered(manager, offer(100).withApproval(true));
        accepted(employee);
        refused("SAME_PERSON", 403, () -> approved(manager));
        refused("SAME_PERSON", 403, () -> approved(employee));
    }

    /** A former manager who signed and now works in HR cannot give the third consent either. */
    @Test
    void whoSignedForASideNeverApproves() {
        offered(manager, offer(100).withApproval(true));
        accepted(employee);
        Parties later = Parties.of(parties.first(), new Party(cast.head().id(), "manager"))
                .withApprover(new Party(manager.id(), "HR"));
        refused(
                "ALREADY_SIGNED",
                409,
                () -> as(manager, () -> agreements.approve(manager, subject, later, digest(manager), null)));
    }

    @Test
    void whereAThirdConsentIsAskedItCompletesTheAgreement() {
        offered(manager, offer(100).withApproval(true));
        refused("NOT_AGREED", 409, () -> approved(hr));
        Agreement signed = accepted(employee);
        assertThat(signed.current()).isNotNull();
        refused("APPROVAL_MISSING", 409, signed::requireAgreed);
        refused(
                "APPROVAL_MISSING",
                409,
                () -> as(employee, () -> agreements.decline(employee, subject, parties, "Changed my mind")));
        Version agreed = approved(hr).requireAgreed();
        assertThat(agreed.signatures()).extracting(Signature::role).containsExactly("manager", "employee", "HR");
        assertThat(read(employee).requireAgreed()).isEqualTo(agreed);
    }

    @Test
    void theThirdConsentMayBeRefused() {
        offered(manager, offer(100).withApproval(true));
        accepted(employee);
        Agreement declined = as(hr, () -> agreements.decline(hr, subject, seenBy(hr), "Not this late"));
        assertThat(declined.state()).isEqualTo(State.DECLINED);
    }

    @Test
    void theManagerOfNowTakesTheTurnAndTheSignatureKeepsWhoSigned() {
        offered(manager, offer(100));
        Viewer next = company.viewer(company.person("Next", null, List.of()).id());
        Parties now = Parties.of(parties.first(), new Party(next.id(), "manager"));
        refused("NOT_ALLOWED", 403, () -> as(manager, () -> agreements.withdraw(manager, subject, now, null)));
        Agreement agreed = as(employee, () -> agreements.accept(employee, subject, now, digest(employee), null));
        assertThat(agreed.requireAgreed().signatures())
                .extracting(one -> one.person().id())
                .containsExactly(manager.id(), employee.id());
    }

    @Test
    void amendmentsKeepTheOldTermsAndHoldFromTheirDay() {
        agreedOnce();
        refused("REQUIRED", 422, () -> offered(manager, offer(130)));
        amended(130, LocalDate.of(2026, 9, 1));
        assertThat(read(employee)
                        .termsOn(LocalDate.of(2026, 9, 1))
                        .orElseThrow()
                        .number())
                .as("an offer holds on no day")
                .isEqualTo(1);
        accepted(employee);
        amended(140, AUGUST);
        Agreement all = accepted(employee);
        assertThat(all.agreed()).extracting(Version::number).containsExactly(3, 2, 1);
        assertThat(all.termsOn(AUGUST.minusDays(1)).orElseThrow().number()).isEqualTo(1);
        assertThat(all.termsOn(AUGUST).orElseThrow().number()).isEqualTo(3);
        assertThat(all.termsOn(LocalDate.of(2026, 9, 1)).orElseThrow().number())
                .as("the newest agreed one wins")
                .isEqualTo(3);
        assertThat(all.agreed().getLast().terms())
                .isEqualTo(read(employee).agreed().getLast().terms());
    }

    @Test
    void aDeclinedAmendmentIsOfferedAgainUnderItsNumber() {
        agreedOnce();
        amended(130, AUGUST);
        as(employee, () -> agreements.decline(employee, subject, parties, "No"));
        assertThat(read(employee).agreed()).extracting(Version::number).containsExactly(1);
        assertThat(amended(120, AUGUST).versions()).extracting(Version::number).containsExactly(2, 1);
        Standing standing = as(hr, () -> agreements.standings("plan", List.of(subject.id(), Ids.next())))
                .get(subject.id());
        assertThat(standing)
                .extracting("version", "state", "turn", "agreedVersion")
                .containsExactly(2, State.OFFERED, Side.FIRST, 1);
    }

    @Test
    void endingTheSubjectEndsItsOffer() {
        assertThat(as(hr, () -> agreements.end(hr, subject, "HR", null)).versions())
                .isEmpty();
        offered(manager, offer(100));
        assertThat(as(hr, () -> agreements.end(hr, subject, "HR", "They left")).state())
                .isEqualTo(State.WITHDRAWN);
        assertThat(as(hr, () -> agreements.end(hr, subject, "HR", null)).rounds())
                .hasSize(2);
    }

    /** Twenty times, because a race is not lost every time. */
    @Test
    void ofTwoAnswersAtOnceOneWins() throws Exception {
        for (int time = 0; time < 20; time++) {
            subject = new Subject("plan", Ids.next());
            String seen = Objects.requireNonNull(offered(manager, offer(100)).current())
                    .digest();
            List<String> ends = atOnce(
                    () -> agreements.accept(employee, subject, parties, seen, null),
                    () -> agreements.accept(employee, subject, parties, seen, null),
                    () -> agreements.decline(employee, subject, parties, "No"));
            assertThat(ends).filteredOn("done"::equals).hasSize(1);
            assertThat(ends).isSubsetOf("done", "ALREADY_SIGNED", "NOTHING_OFFERED");
            assertThat(read(employee).rounds()).hasSize(2);
        }
    }

    @SafeVarargs
    private List<String> atOnce(Supplier<Agreement>... moves) throws Exception {
        CountDownLatch ready = new CountDownLatch(moves.length);
        try (var threads = Executors.newFixedThreadPool(moves.length)) {
            List<Callable<String>> tries = java.util.Arrays.stream(moves)
                    .<Callable<String>>map(move -> () -> {
                        ready.countDown();
                        ready.await();
                        try {
                            as(employee, move);
                            return "done";
                        } catch (ProblemException refusal) {
                            return refusal.first().code();
                        }
                    })
                    .toList();
            List<String> ends = new java.util.ArrayList<>();
            for (var end : threads.invokeAll(tries)) {
                ends.add(end.get());
            }
            return ends;
        }
    }

    @Test
    void othersSeeNothingAndDoNothing() {
        agreedOnce();
        for (Viewer other : List.of(
                cast.colleague(),
                cast.head(),
                cast.stranger(),
                company.with(Role.ADMIN),
                company.with(Role.EXEC),
                company.with(Role.COMP))) {
            assertThat(read(other).versions()).as(other.name()).isEmpty();
            assertThat(as(other, () -> agreements.standings("plan", List.of(subject.id()))))
                    .isEmpty();
            assertThat(told(other)).isEmpty();
            refused("NOT_FOUND", 404, () -> as(other, () -> agreements.comment(other, subject, parties, "Me too")));
        }
        assertThat(read(hr).agreed()).hasSize(1);
        refused("NOT_ALLOWED", 403, () -> as(hr, () -> agreements.comment(hr, subject, parties, "Me too")));
    }

    @Test
    void theJournalTellsThoseWhoMayRead() {
        offered(manager, offer(100).withApproval(true));
        accepted(employee);
        approved(hr);
        assertThat(told(employee))
                .containsExactly("approved; the terms are agreed", "accepted", "offered terms")
                .isEqualTo(told(hr));
    }

    private List<String> told(Viewer viewer) {
        return as(
                        viewer,
                        () -> journal.find(
                                new Journal.Search(null, null, null, "plan", null, null, null, null), 200, null))
                .items()
                .stream()
                .filter(line -> line.subjectId().equals(subject.id()))
                .map(Journal.Line::summary)
                .toList();
    }

    /** The stored document is its digest's, its numbers have one spelling, and nobody changes it. */
    @Test
    void whatIsSignedIsKeptByteForByte() throws SQLException {
        clock.moveTo(Instant.parse("2026-08-15T10:00:00Z"));
        Version agreed = agreedOnce().requireAgreed();
        try (var connection = database.superuser().connect();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select document, encode(sha256(convert_to(document, 'UTF8')), 'hex') as digest from agreement.round"
                                        + " where subject_id = '" + subject.id() + "' and document is not null")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("digest")).isEqualTo(agreed.digest());
            assertThat(rows.getString("document"))
                    .isEqualTo("{\"effectiveFrom\":null,\"reason\":null,\"subject\":\"plan/" + subject.id()
                            + "\",\"terms\":{\"objectives\":[{\"id\":7,\"target\":100,\"title\":\"Sell\",\"weight\":60}]},"
                            + "\"version\":1}");
        }
        assertThat(statement("update agreement.round set comment = 'x'")).isEqualTo("42501");
        assertThat(statement("delete from agreement.round")).isEqualTo("42501");
    }

    private @Nullable String statement(String sql) {
        try (var connection = database.application().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select access.enter('" + employee.id() + "')");
            statement.execute(sql);
            return null;
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    @Test
    void aMoveTakesFewStatements() throws Exception {
        offered(manager, offer(100).withApproval(true));
        String seen = digest(employee);
        var accepting =
                statements.during(() -> as(employee, () -> agreements.accept(employee, subject, parties, seen, null)));
        assertThat(accepting.count())
                .as(String.join("\n", accepting.statements()))
                .isLessThanOrEqualTo(5);
        var approving = statements.during(() -> as(hr, () -> agreements.approve(hr, subject, seenBy(hr), seen, null)));
        assertThat(approving.count()).isLessThanOrEqualTo(7);
    }

    @Test
    void severalAreReadAtOnce() {
        offered(manager, offer(100));
        UUID none = Ids.next();
        Map<UUID, Agreement> found = as(employee, () -> agreements.of("plan", List.of(subject.id(), none)));
        assertThat(found).containsOnlyKeys(subject.id());
        assertThat(found.get(subject.id())).isEqualTo(read(employee));
    }
}
