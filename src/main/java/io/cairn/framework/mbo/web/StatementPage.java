package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.Statement;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan's statement on screen.
 *
 * @param own whether it is the viewer's
 */
public record StatementPage(Statement statement, boolean own) implements FullPage {
    private static final BigDecimal WIDTH = BigDecimal.valueOf(100);

    /**
     * A step of the way to the total as a bar in a box of 100.
     *
     * @param less whether it takes something
     */
    public record Bar(String x, String width, boolean less) {}

    public StatementText text() {
        return new StatementText(statement);
    }

    public String at() {
        return "/plans/" + statement.planId() + "/statement";
    }

    /** Where this figure is explained. */
    public String why(String figure) {
        return at() + "/explanation?figure=" + figure;
    }

    /** The first bar is the target, each other one what its step adds or takes. */
    public List<Bar> bars() {
        BigDecimal most =
                statement.path().stream().map(Statement.PathStep::money).reduce(statement.total(), BigDecimal::max);
        List<Bar> bars = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (Statement.PathStep step : statement.path()) {
            bars.add(bar(before, step.money(), most));
            before = step.money();
        }
        return bars;
    }

    private static Bar bar(BigDecimal before, BigDecimal now, BigDecimal most) {
        BigDecimal from = place(before.min(now), most);
        BigDecimal to = place(before.max(now), most);
        return new Bar(from.toPlainString(), to.subtract(from).toPlainString(), now.compareTo(before) < 0);
    }

    private static BigDecimal place(BigDecimal money, BigDecimal most) {
        return most.signum() == 0 ? BigDecimal.ZERO : money.multiply(WIDTH).divide(most, 1, RoundingMode.HALF_UP);
    }

    @Override
    public String title() {
        return "Payout statement, " + text().period();
    }

    @Override
    public Section section() {
        return own ? Section.PLANS : statement.whole() ? Section.TEAM_PLANS : Section.PAY;
    }
}
