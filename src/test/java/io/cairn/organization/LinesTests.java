package io.cairn.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.access.Viewing;
import io.cairn.kernel.ProblemException;
import io.cairn.testing.CairnTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The closures of reporting lines and teams always say what walking up step by step says. */
@CairnTest
class LinesTests {
    @Autowired
    People people;

    @Autowired
    PeopleRegister register;

    @Autowired
    Departures departures;

    @Autowired
    Teams teams;

    @Autowired
    TeamRegister teamRegister;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterRandomMovesReportingLinesAreTheRecursion(long seed) {
        var random = new Random(seed);
        List<UUID> staff = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            UUID manager = i == 0 || random.nextInt(5) == 0 ? null : any(staff, random);
            staff.add(system(() -> register.create(Somebody.named("Staff").withManager(manager)))
                    .id());
        }
        UUID successor =
                system(() -> register.create(Somebody.named("Successor"))).id();
        for (int i = 0; i < 40; i++) {
            step(staff, successor, random);
        }
        assertThat(differences(RECURSION_OF_PEOPLE)).isEmpty();
    }

    private void step(List<UUID> staff, UUID successor, Random random) {
        UUID person = any(staff, random);
        UUID manager = random.nextInt(8) == 0 ? null : any(staff, random);
        try {
            if (random.nextInt(10) == 0) {
                system(() -> departures.leave(person, new Departure(null, successor)));
                system(() -> departures.comeBack(person));
            } else {
                system(() -> register.move(person, people.require(person).version(), manager));
            }
        } catch (ProblemException refused) {
            assertThat(refused.first().code()).isEqualTo("REPORTING_LOOP");
        }
    }

    @Test
    void afterRandomMovesTeamLinesAreTheRecursion() {
        var random = new Random(7);
        UUID company = company();
        List<UUID> tree = new ArrayList<>(List.of(company));
        for (int i = 0; i < 10; i++) {
            UUID parent = any(tree, random);
            String name = "Tree " + i;
            tree.add(system(() -> teamRegister.create(TeamDetails.of(name, TeamKind.TEAM, parent, null)))
                    .id());
        }
        for (int i = 0; i < 40; i++) {
            UUID team = tree.get(1 + random.nextInt(tree.size() - 1));
            UUID parent = any(tree, random);
            try {
                system(() -> teamRegister.move(team, teams.require(team).version(), parent));
            } catch (ProblemException refused) {
                assertThat(refused.first().code()).isEqualTo("TEAM_LOOP");
            }
        }
        assertThat(differences(RECURSION_OF_TEAMS)).isEmpty();
    }

    @RepeatedTest(5)
    void twoMovesAtOnceMakeNoLoop() throws Exception {
        Person one = system(() -> register.create(Somebody.named("One")));
        Person two = system(() -> register.create(Somebody.named("Two")));
        var start = new CyclicBarrier(2);
        List<String> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var moves = List.of(move(one, two, start), move(two, one, start));
            for (var move : threads.invokeAll(moves)) {
                outcomes.add(move.get());
            }
        }
        assertThat(outcomes).containsExactlyInAnyOrder("moved", "REPORTING_LOOP");
        assertThat(differences(RECURSION_OF_PEOPLE)).isEmpty();
    }

    private Callable<String> move(Person person, Person manager, CyclicBarrier start) {
        return () -> {
            start.await();
            try {
                system(() -> register.move(person.id(), 1, manager.id()));
                return "moved";
            } catch (ProblemException refused) {
                return refused.first().code();
            }
        };
    }

    private static final String RECURSION_OF_PEOPLE = """
            with recursive walk as (
                select p.id as above, p.id as below, 0 as depth from organization.person p
                union all
                select p.manager_id, w.below, w.depth + 1
                  from walk w join organization.person p on p.id = w.above
                 where p.manager_id is not null and w.depth < 100),
            stored as (select manager_id as above, person_id as below, depth from organization.reporting_line)
            (select above::text || below || depth from walk except select above::text || below || depth from stored)
            union all
            (select above::text || below || depth from stored except select above::text || below || depth from walk)
            """;

    private static final String RECURSION_OF_TEAMS = """
            with recursive walk as (
                select t.id as above, t.id as below, 0 as depth from organization.team t
                union all
                select t.parent_id, w.below, w.depth + 1
                  from walk w join organization.team t on t.id = w.above
                 where t.parent_id is not null and w.depth < 100),
            stored as (select above_id as above, team_id as below, depth from organization.team_line)
            (select above::text || below || depth from walk except select above::text || below || depth from stored)
            union all
            (select above::text || below || depth from stored except select above::text || below || depth from walk)
            """;

    private List<String> differences(String sql) {
        return system(() ->
                transactions.execute(status -> db.sql(sql).query(String.class).list()));
    }

    private UUID company() {
        return system(() -> teams.company()
                        .orElseGet(() -> teamRegister.create(TeamDetails.of("Company", TeamKind.COMPANY, null, null))))
                .id();
    }

    private static UUID any(List<UUID> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static <T> T system(Supplier<T> work) {
        return Viewing.asSystem("test", work);
    }
}
