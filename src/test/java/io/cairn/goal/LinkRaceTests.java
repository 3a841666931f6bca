package io.cairn.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Viewer;
import io.cairn.organization.Team;
import io.cairn.testing.CairnTest;
import io.cairn.testing.ThirdQuarter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A link made at the very moment in which one of its ends changes its audience. */
@CairnTest
class LinkRaceTests {
    private static final LinkContent SUPPORTS = new LinkContent(LinkKind.SUPPORTS, null, null, null, null);

    @Autowired
    ApplicationContext context;

    @Autowired
    TransactionTemplate transaction;

    ThirdQuarter company;
    Viewer noah;
    Viewer theo;
    Team success;

    @BeforeEach
    void found() {
        company = new ThirdQuarter(context);
        noah = company.person("Noah");
        theo = company.person("Theo");
        success = company.team("Customer Success", company.company, noah);
    }

    @AfterEach
    void leave() {
        company.leave();
    }

    @Test
    void aLinkToAGoalThatIsBeingActivatedIsSeenByAllWhoSeeTheGoal() throws Exception {
        Goal child = company.retention(success, noah);
        Goal parent = draft("Keep key accounts");
        var activated = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<?> activation = threads.submit(() -> ThirdQuarter.as(
                    noah,
                    () -> transaction.execute(status -> {
                        Goal active = company.the(Goals.class).activate(noah, parent.id());
                        activated.countDown();
                        await(mayCommit);
                        return active;
                    })));
            await(activated);
            Future<Goal> link = threads.submit(() -> link(child, parent));
            waitForTheOther();
            mayCommit.countDown();
            activation.get(20, TimeUnit.SECONDS);
            link.get(20, TimeUnit.SECONDS);
        }
        Goal seen = ThirdQuarter.as(theo, () -> company.the(Goals.class).get(child.id()));
        assertThat(seen.parents()).extracting(Goal.Linked::id).containsExactly(parent.id());
    }

    @Test
    void linksBothWaysAtOnceNeverBlockEachOtherForGood() throws Exception {
        Goal one = draft("Keep key accounts");
        Goal other = draft("Win new accounts");
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 10; i++) {
                Future<Boolean> there = threads.submit(() -> tried(one, other));
                Future<Boolean> back = threads.submit(() -> tried(other, one));
                assertThat(there.get(20, TimeUnit.SECONDS)).isNotEqualTo(back.get(20, TimeUnit.SECONDS));
                ThirdQuarter.as(noah, () -> {
                    Goal now = company.the(Goals.class).get(one.id());
                    boolean up = !now.parents().isEmpty();
                    company.the(Links.class).unlink(noah, up ? one.id() : other.id(), up ? other.id() : one.id());
                    return now;
                });
            }
        }
    }

    private boolean tried(Goal child, Goal parent) {
        try {
            link(child, parent);
            return true;
        } catch (io.cairn.kernel.ProblemException loop) {
            assertThat(loop.first().code()).isEqualTo("ALIGNMENT_CYCLE");
            return false;
        }
    }

    private Goal link(Goal child, Goal parent) {
        return ThirdQuarter.as(noah, () -> company.the(Links.class).link(noah, child.id(), parent.id(), SUPPORTS));
    }

    private Goal draft(String title) {
        return company.draft(
                title,
                success,
                noah,
                ThirdQuarter.way("Renewal rate", "%", "88", "92"),
                ThirdQuarter.way("Cross-sell", "%", "40", "44"));
    }

    /** Long enough to have run through, had it nothing to wait for. */
    private static void waitForTheOther() throws InterruptedException {
        Thread.sleep(700);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
