package io.cairn.framework.smart;

import io.cairn.access.Viewing;
import io.cairn.database.BeforeOpening;
import io.cairn.framework.Visibility;
import io.cairn.goal.CheckInContent;
import io.cairn.goal.CheckInContent.MilestoneDone;
import io.cairn.goal.CheckIns;
import io.cairn.goal.SmartChecks;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A few SMART goals of the demo company, and what was said of an old key result that is none (frameworks 6.4). */
@Component
@ConditionalOnProperty(name = "cairn.mode", havingValue = "demo")
@Order(26)
class DemoSmart implements BeforeOpening {
    private static final LocalDate SECOND_OF_JULY = LocalDate.of(2026, 7, 2);

    private final SmartSheets sheets;
    private final SmartChecks checks;
    private final CheckIns checkIns;
    private final DomainClock clock;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final List<Deed> deeds = new ArrayList<>();
    private final Map<String, UUID> written = new HashMap<>();

    DemoSmart(
            SmartSheets sheets,
            SmartChecks checks,
            CheckIns checkIns,
            DomainClock clock,
            JdbcClient db,
            TransactionTemplate transaction) {
        this.sheets = sheets;
        this.checks = checks;
        this.checkIns = checkIns;
        this.clock = clock;
        this.db = db;
        this.transaction = transaction;
    }

    /** What somebody did and when. */
    private record Deed(LocalDateTime at, String who, Consumer<Viewer> what) {}

    @Override
    public void beforeOpening() {
        Viewing.runAsSystem(
                "Demo",
                () -> transaction.executeWithoutResult(status -> {
                    if (isNew()) {
                        clock.in(ZoneId.of(one("select o.zone from organization.organization o", String.class)));
                        tell();
                        live();
                    }
                }));
    }

    private boolean isNew() {
        return one("select not exists (select 1 from goal.goal g where g.framework = 'smart')", Boolean.class);
    }

    private <T> T one(String sql, Class<T> type) {
        return db.sql(sql).query(type).single();
    }

    private void tell() {
        UUID quarter = one("select c.id from cycle.cycle c where c.name = '2026 Q3'", UUID.class);
        forecast(quarter);
        tickets(quarter);
        exam(quarter);
        newsletter();
        UUID contents = one(
                "select m.id from goal.measure m where m.name = 'Experiment with new kinds of content'", UUID.class);
        deed(
                LocalDate.of(2026, 1, 12),
                "Iris",
                iris -> checks.attestMeasure(iris, contents, "Trying things out can always be done."));
    }

    /** All five letters pass. */
    private void forecast(UUID quarter) {
        String title = "Cut the time to build the weekly forecast from 6 to 2 hours";
        deed(
                SECOND_OF_JULY,
                "Ravi",
                ravi -> write(
                        ravi,
                        new SmartSheetContent(
                                title,
                                "I build it from the stages in the system, no longer from mails and calls.",
                                "Hours from the first export to the mail with the forecast, each Monday.",
                                "The stages are in place; I need two afternoons to set up the export.",
                                "Four hours a week are four hours for the accounts at risk.",
                                "Half of it by mid-August, all of it before the planning of the fourth quarter.",
                                null,
                                null,
                                null,
                                quarter,
                                "Hours for the weekly forecast",
                                "h",
                                new BigDecimal("6"),
                                new BigDecimal("2"),
                                null,
                                LocalDate.of(2026, 9, 25),
                                "The North keeps a list of its own.",
                                "Write down what the North needs from its list.",
                                LocalDate.of(2026, 8, 21)),
                        true));
        deed(
                SECOND_OF_JULY.plusDays(1),
                "Mia",
                mia -> checks.attest(mia, id(title), "With the export, yes. Take the two afternoons."));
        said(title, LocalDate.of(2026, 7, 20), "5");
        said(title, LocalDate.of(2026, 8, 10), "4");
    }

    /** A small team's, open to everybody. */
    private void tickets(UUID quarter) {
        String title = "Answer tickets of enterprise customers within four hours";
        UUID support = one("select t.id from organization.team t where t.name = 'Support'", UUID.class);
        deed(
                SECOND_OF_JULY,
                "Omar",
                omar -> write(
                        omar,
                        new SmartSheetContent(
                                title,
                                "Every ticket of a customer on the enterprise plan gets a first answer by a person.",
                                "Share of those tickets answered within four working hours.",
                                "",
                                "They wait longest and leave loudest.",
                                "",
                                support,
                                null,
                                Visibility.PUBLIC_ORG,
                                quarter,
                                "Answered within four hours",
                                "%",
                                new BigDecimal("78"),
                                new BigDecimal("95"),
                                null,
                                null,
                                "Two of five are on leave in August.",
                                "A queue of its own for these tickets.",
                                LocalDate.of(2026, 8, 28)),
                        true));
        said(title, LocalDate.of(2026, 7, 24), "82");
        said(title, LocalDate.of(2026, 8, 13), "87");
    }

    /** In steps, and nobody has said yet that it can be done. */
    private void exam(UUID quarter) {
        String title = "Pass the exam for solution architects by the end of September";
        deed(
                SECOND_OF_JULY.plusDays(4),
                "Ava",
                ava -> write(
                        ava,
                        new SmartSheetContent(
                                title,
                                "The vendor’s exam, in English, in the test centre.",
                                "Three steps, the last is the certificate.",
                                "",
                                "Customers ask for it in every second tender.",
                                "",
                                null,
                                null,
                                null,
                                quarter,
                                "",
                                "",
                                null,
                                null,
                                List.of("Course finished", "Trial exam above 80 %", "Exam passed"),
                                null,
                                "The quarter’s last weeks belong to the customers.",
                                "Book the date, so that it is fixed.",
                                null),
                        true));
        deeds.add(new Deed(
                LocalDate.of(2026, 8, 15).atTime(9, 10),
                "Ava",
                ava -> report(ava, title, null, List.of(new MilestoneDone("Course finished", BigDecimal.ONE)))));
    }

    /** What a first thought looks like. */
    private void newsletter() {
        UUID marketing = one("select t.id from organization.team t where t.name = 'Marketing'", UUID.class);
        deed(
                LocalDate.of(2026, 8, 11),
                "Lena",
                lena -> write(
                        lena,
                        new SmartSheetContent(
                                "Make our newsletter better",
                                "",
                                "",
                                "",
                                "",
                                "",
                                marketing,
                                null,
                                null,
                                null,
                                "",
                                "",
                                null,
                                null,
                                null,
                                null,
                                "",
                                "",
                                null),
                        false));
    }

    private void write(Viewer viewer, SmartSheetContent content, boolean activate) {
        written.put(
                Objects.requireNonNull(content.title()),
                sheets.create(viewer, content, activate).id());
    }

    private UUID id(String title) {
        return Objects.requireNonNull(written.get(title), title);
    }

    private void said(String title, LocalDate day, String value) {
        String who = title.startsWith("Cut") ? "Ravi" : "Omar";
        deed(day, who, viewer -> report(viewer, title, new BigDecimal(value), null));
    }

    private void report(Viewer viewer, String title, @Nullable BigDecimal value, @Nullable List<MilestoneDone> done) {
        UUID measure = sheets.get(id(title)).goal().live().getFirst().id();
        checkIns.record(viewer, measure, new CheckInContent(value, done, null, 8, "", null, null));
    }

    private void deed(LocalDate day, String who, Consumer<Viewer> what) {
        deeds.add(new Deed(day.atTime(11, 10), who, what));
    }

    /** In the order of time, each as the person who did it; one transaction, entered anew for each. */
    private void live() {
        Map<String, Viewer> people = people();
        deeds.stream().sorted(Comparator.comparing(Deed::at)).forEach(deed -> {
            clock.moveTo(deed.at().atZone(clock.getZone()).toInstant());
            Viewer who = Objects.requireNonNull(people.get(deed.who()), deed.who());
            try (var scope = Viewing.begin(who)) {
                db.sql("select access.enter(:person)::text")
                        .param("person", who.id())
                        .query(String.class)
                        .list();
                deed.what().accept(who);
            }
        });
    }

    private Map<String, Viewer> people() {
        return db
                .sql("""
                select p.id, p.name, p.email,
                       array(select g.role from access.role_grant g where g.person_id = p.id) as roles
                  from organization.person p
                """)
                .query((row, number) -> new Viewer(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        Arrays.stream((String[]) row.getArray("roles").getArray())
                                .map(Role::valueOf)
                                .collect(Collectors.toSet()),
                        List.of()))
                .list()
                .stream()
                .collect(Collectors.toMap(Viewer::name, viewer -> viewer));
    }
}
