package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.testing.Api;
import io.cairn.testing.Api.Reply;
import io.cairn.testing.CairnTest;
import io.cairn.testing.SmallCompany;
import io.cairn.testing.SmallCompany.Cast;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A quarter in a few minutes: several people check in, correct, link, change targets and hold goals at once, while the days
 * turn under them. After each week every stored figure is the one that follows from the facts.
 */
@CairnTest
@Tag("long")
@TestPropertySource(properties = "cairn.test=a quarter of its own")
@DirtiesContext
class LongHistoryTests {
    private static final long SEED = 20260815;
    private static final int WRITERS = 6;
    private static final int GOALS = 10;
    private static final int WEEKS = 13;
    private static final int STEPS_A_WEEK = 80;
    private static final LocalDate START = LocalDate.of(2026, 7, 1);
    private static final Set<Integer> FINE = Set.of(200, 201, 204);
    /** Somebody was faster, the goal is on hold, or there was no such link: refused, and nothing is left of it. */
    private static final Set<Integer> REFUSED = Set.of(404, 409, 422);

    @Autowired
    SmallCompany company;

    @Autowired
    Api api;

    @Autowired
    DomainClock clock;

    @Autowired
    DayTurn dayTurn;

    @Autowired
    GoalReader reader;

    @Autowired
    Settling settling;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    private final List<UUID> goals = new ArrayList<>();
    private final List<UUID> measures = new ArrayList<>();
    private final Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();

    @Test
    void everyFigureFollowsFromTheFactsWhateverHappenedAtOnce() throws Exception {
        Cast cast = company.cast();
        List<Viewer> people = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            people.add(company.with(i % 2 == 0 ? Role.CHAMP : Role.EXEC));
        }
        at(START);
        for (int i = 0; i < GOALS; i++) {
            begin(cast);
        }
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS + 1)) {
            for (int week = 0; week < WEEKS; week++) {
                week(writers, people, week);
                assertThat(unexpected).isEmpty();
                Viewing.runAsSystem("Test", () -> transaction.executeWithoutResult(status -> everythingFollows()));
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(1000);
    }

    private void at(LocalDate day) {
        clock.moveTo(day.atTime(9, 0).toInstant(ZoneOffset.UTC));
    }

    private void begin(Cast cast) {
        Map<String, Object> calls =
                Bodies.with(Bodies.measure("Calls made", "INCREASE", "", 0, 4000), "counting", "INCREMENT");
        Map<String, Object> kept = Bodies.measure("Answered within a day", "MAINTAIN", "%", null, 90);
        kept.putAll(Map.of("mode", "HIT_RATE", "expectedCheckIns", 13));
        kept.remove("baseline");
        Reply draft = api.post(
                cast.leader(),
                "/api/v1/goals",
                Bodies.objective(
                        cast,
                        "Objective number " + goals.size(),
                        Bodies.measure("Renewal rate", "INCREASE", "%", 80, 95),
                        Bodies.measure("Time to escalation", "DECREASE", "h", 30, 12),
                        calls,
                        kept));
        assertThat(draft.status()).as(draft.raw().body()).isEqualTo(201);
        Reply active = api.post(cast.leader(), "/api/v1/goals/" + draft.id() + "/activation", null);
        assertThat(active.status()).as(active.raw().body()).isEqualTo(200);
        goals.add(draft.id());
        active.body().path("measures").forEach(measure -> measures.add(Bodies.id(measure)));
    }

    /** Everybody writes; in the midst of it the next week begins and the day is turned beside them. */
    private void week(ExecutorService writers, List<Viewer> people, int week) throws Exception {
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            var random = new Random(SEED + week * 100L + i);
            Viewer person = people.get(i);
            work.add(writers.submit(() -> {
                for (int step = 0; step < STEPS_A_WEEK; step++) {
                    act(person, random);
                }
            }));
        }
        work.add(writers.submit(() -> {
            at(START.plusWeeks(week + 1));
            dayTurn.turn();
        }));
        for (Future<?> each : work) {
            each.get();
        }
        dayTurn.turn();
    }

    private void act(Viewer person, Random random) {
        int dice = random.nextInt(100);
        if (dice < 62) {
            checkIn(person, random);
        } else if (dice < 75) {
            correct(person, random);
        } else if (dice < 85) {
            link(person, random);
        } else if (dice < 95) {
            change(person, random);
        } else {
            holdOrResume(person, random);
        }
    }

    private void checkIn(Viewer person, Random random) {
        Map<String, Object> body = Bodies.with(
                Bodies.value(BigDecimal.valueOf(random.nextInt(12000), 2), random.nextInt(11)), "note", "step");
        if (random.nextInt(4) == 0) {
            long ago = ChronoUnit.MINUTES.between(
                    START.atStartOfDay(ZoneOffset.UTC).toInstant(), clock.instant());
            Instant at = clock.instant().minus(random.nextLong(Math.max(1, ago)), ChronoUnit.MINUTES);
            body.put("at", at.toString());
        }
        Reply reply = expected(api.post(person, "/api/v1/measures/" + any(measures, random) + "/check-ins", body));
        if (reply.status() == 201) {
            acknowledged.add(reply.id());
        }
    }

    /** One of the latest; somebody else's is refused with 403. */
    private void correct(Viewer person, Random random) {
        List<UUID> all = List.copyOf(acknowledged);
        if (all.isEmpty()) {
            return;
        }
        UUID checkIn = all.get(all.size() - 1 - random.nextInt(Math.min(40, all.size())));
        Reply seen = api.get(person, "/api/v1/check-ins/" + checkIn);
        Reply reply = api.patch(
                person,
                "/api/v1/check-ins/" + checkIn,
                Map.of(
                        "value",
                        BigDecimal.valueOf(random.nextInt(12000), 2),
                        "version",
                        seen.body().path("version").asInt()));
        if (reply.status() != 403) {
            expected(reply);
        }
    }

    private void link(Viewer person, Random random) {
        String path = "/api/v1/goals/" + any(goals, random) + "/parents/" + any(goals, random);
        expected(
                random.nextInt(3) == 0
                        ? api.delete(person, path)
                        : api.put(
                                person, path, Map.of("kind", "CONTRIBUTES", "rollup", true, "share", 1, "weight", 1)));
    }

    private void change(Viewer person, Random random) {
        String path = "/api/v1/measures/" + any(measures, random);
        Reply seen = api.get(person, path);
        int version = seen.body().path("version").asInt();
        boolean weight = random.nextBoolean() || seen.text("kind").equals("MAINTAIN");
        expected(api.patch(
                person,
                path,
                weight
                        ? Map.of("weight", 1 + random.nextInt(3), "version", version)
                        : Map.of(
                                "target",
                                seen.body().path("target").decimalValue().add(BigDecimal.valueOf(random.nextInt(3))),
                                "version",
                                version)));
    }

    private void holdOrResume(Viewer person, Random random) {
        String path = "/api/v1/goals/" + any(goals, random) + "/hold";
        expected(random.nextInt(3) == 0 ? api.post(person, path, null) : api.delete(person, path));
    }

    private Reply expected(Reply reply) {
        if (!FINE.contains(reply.status()) && !REFUSED.contains(reply.status())) {
            unexpected.add(reply.status() + " " + reply.raw().body());
        }
        return reply;
    }

    private static UUID any(List<UUID> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }

    private void everythingFollows() {
        for (UUID id : goals) {
            Goal stored = reader.one(id);
            LocalDate day = Objects.requireNonNull(stored.figuresOn());
            assertThat(day).isEqualTo(clock.today());
            Goal settled = settling.all(stored);
            Goal recomputed = settled.with(Figures.of(settled.forFigures(), day), day);
            assertThat(stored)
                    .usingRecursiveComparison()
                    .withComparatorForType(Comparator.naturalOrder(), BigDecimal.class)
                    .isEqualTo(recomputed);
        }
        assertThat(measuresThatSaySomethingElse()).isEmpty();
        assertThat(goalsWhoseHistoryEndsOtherwise()).isEmpty();
        assertThat(entries()).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(loops()).isZero();
    }

    /** The same once more in plain SQL, so that a mistake in our own summing up would show. */
    private List<UUID> measuresThatSaySomethingElse() {
        return db.sql("""
                with newest as (
                    select distinct on (c.entry_id) c.measure_id, c.entry_id, c.at, c.value, c.confidence
                      from goal.check_in c
                     order by c.entry_id, c.version desc),
                said as (
                    select n.measure_id, count(*) as times, sum(n.value) as total,
                           (array_agg(n.value order by n.at desc, n.entry_id desc))[1] as last,
                           (array_agg(n.confidence order by n.at desc, n.entry_id desc))[1] as confidence,
                           (max(n.at) at time zone 'UTC')::date as day
                      from newest n
                     group by n.measure_id)
                select m.id
                  from goal.measure m
                  left join said s on s.measure_id = m.id
                 where m.check_ins <> coalesce(s.times, 0)
                    or m.current is distinct from
                       case when m.counting = 'INCREMENT' then m.baseline + s.total else s.last end
                    or m.confidence is distinct from s.confidence
                    or m.last_check_in_on is distinct from s.day
                """).query(UUID.class).list();
    }

    private List<UUID> goalsWhoseHistoryEndsOtherwise() {
        return db.sql("""
                select g.id
                  from goal.goal g
                  join lateral (select f.progress, f.expected, f.health from goal.figure f
                                 where f.goal_id = g.id order by f.day desc limit 1) as f on true
                 where (f.progress, f.expected, f.health) is distinct from (g.progress, g.expected, g.health)
                """).query(UUID.class).list();
    }

    private List<UUID> entries() {
        return db.sql("select c.entry_id from goal.check_in c where c.version = 1")
                .query(UUID.class)
                .list();
    }

    private long loops() {
        return db.sql("""
                with recursive above (start, id) as (
                    select l.child_id, l.parent_id from goal.link l
                    union
                    select a.start, l.parent_id from above a join goal.link l on l.child_id = a.id)
                select count(*) from above where above.start = above.id
                """).query(Long.class).single();
    }
}
