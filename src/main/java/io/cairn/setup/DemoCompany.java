package io.cairn.setup;

import io.cairn.access.Viewing;
import io.cairn.database.BeforeOpening;
import io.cairn.kernel.DomainClock;
import io.cairn.organization.Organizations;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the demo company where there is none yet: its people live the months up to the demo's day in a second or two, all
 * in one transaction, so a start that is interrupted leaves nothing behind. Source: frameworks 6.
 */
@Component
@ConditionalOnProperty(name = "cairn.mode", havingValue = "demo")
@Order(20)
class DemoCompany implements BeforeOpening {
    private static final LocalDateTime FOUNDED = LocalDateTime.parse("2025-12-01T09:00");

    private final Organizations organizations;
    private final DemoFounding founding;
    private final DemoTelling telling;
    private final DomainClock clock;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    DemoCompany(
            Organizations organizations,
            DemoFounding founding,
            DemoTelling telling,
            DomainClock clock,
            JdbcClient db,
            TransactionTemplate transaction) {
        this.organizations = organizations;
        this.founding = founding;
        this.telling = telling;
        this.clock = clock;
        this.db = db;
        this.transaction = transaction;
    }

    @Override
    public void beforeOpening() {
        if (organizations.find().isEmpty()) {
            Viewing.runAsSystem("Demo", () -> transaction.executeWithoutResult(status -> live()));
        }
    }

    private void live() {
        clock.moveTo(FOUNDED.atZone(ZoneId.of(DemoFounding.ZONE)).toInstant());
        telling.of(founding.found(), objectives(), DemoMetrics.all()).live(clock, db);
    }

    static List<DemoObjective> objectives() {
        return Stream.of(
                        CompanyObjectives.all(),
                        SalesObjectives.all(),
                        MarketingObjectives.all(),
                        CustomerObjectives.all())
                .flatMap(List::stream)
                .toList();
    }
}
