package io.cairn.framework.mbo;

import io.cairn.framework.mbo.Statement.PathStep;
import io.cairn.kernel.Explained;
import io.cairn.kernel.Explained.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way from the target to the total as a few sums over all versions of the terms: objectives, gate, modifier, cap, rounding. */
final class StatementPath {
    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final int DECIMALS = 18;

    private final List<Statement.Version> versions;
    private final Explained<BigDecimal> made;
    private final List<PathStep> steps = new ArrayList<>();

    private StatementPath(List<Statement.Version> versions, Explained<BigDecimal> made) {
        this.versions = versions;
        this.made = made;
    }

    /** Empty where the explanation does not go into it. */
    static List<PathStep> of(List<Statement.Version> versions, Explained<BigDecimal> made, boolean capFirst) {
        boolean told = versions.stream().allMatch(version -> has(made, "planFactor" + version.mark()));
        return told ? new StatementPath(versions, made).walk(capFirst) : List.of();
    }

    private static boolean has(Explained<?> made, String step) {
        return made.steps().stream().anyMatch(each -> each.result().equals(step));
    }

    private List<PathStep> walk(boolean capFirst) {
        add("atTarget", "Target bonus", null, version -> name("targetBonus", version), Statement.Version::target);
        add("byObjectives", "What the objectives reached", null, StatementPath::lines, StatementPath::linesMoney);
        add(
                "gated",
                "Gate",
                Statement.Version::gate,
                version -> product(version, "planFactor"),
                version -> version.target().multiply(version.factor()));
        if (capFirst) {
            add("afterCap", "Cap", null, StatementPath::cappedFirst, StatementPath::cappedFirstMoney);
            add("afterModifier", "Modifier", Statement.Version::modifier, this::paid, this::paidMoney);
        } else {
            add(
                    "afterModifier",
                    "Modifier",
                    Statement.Version::modifier,
                    this::modified,
                    version -> version.target().multiply(version.factor()).multiply(version.modifier()));
            add("afterCap", "Cap", Statement.Version::scale, this::paid, this::paidMoney);
        }
        rounded();
        return steps;
    }

    private void add(
            String name,
            String label,
            @Nullable Function<Statement.Version, BigDecimal> factor,
            Function<Statement.Version, String> expression,
            Function<Statement.Version, BigDecimal> money) {
        BigDecimal sum = versions.stream().map(money).reduce(BigDecimal.ZERO, BigDecimal::add);
        String text = versions.stream().map(expression).collect(Collectors.joining(" + "));
        step(name, label, factor == null ? null : same(factor), text, sum);
    }

    private void step(String name, String label, @Nullable BigDecimal factor, String expression, BigDecimal money) {
        var last = new Step(name, label, expression, money);
        steps.add(new PathStep(
                name,
                label,
                factor,
                money,
                Derivation.and(made, last, money, "What is there after this step, before rounding.")));
    }

    /** The factor where all versions have the same. */
    private @Nullable BigDecimal same(Function<Statement.Version, BigDecimal> factor) {
        BigDecimal first = factor.apply(versions.getFirst());
        return versions.stream().allMatch(version -> factor.apply(version).compareTo(first) == 0) ? first : null;
    }

    private static String name(String name, Statement.Version version) {
        return name + version.mark();
    }

    private static String product(Statement.Version version, String factor) {
        return name("targetBonus", version) + " * " + name(factor, version);
    }

    private static List<Statement.Line> scored(Statement.Version version) {
        return version.lines().stream().filter(line -> line.factor() != null).toList();
    }

    private static String lines(Statement.Version version) {
        return name("targetBonus", version) + " * ("
                + scored(version).stream()
                        .map(line -> "weight%1$s * factor%1$s".formatted(line.mark()))
                        .collect(Collectors.joining(" + "))
                + ") / 100";
    }

    private static BigDecimal linesMoney(Statement.Version version) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Statement.Line line : scored(version)) {
            BigDecimal factor = line.factor();
            sum = factor == null ? sum : sum.add(line.weight().multiply(factor));
        }
        return version.target().multiply(sum).divide(FULL, DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static String cappedFirst(Statement.Version version) {
        return version.capped()
                ? "targetBonus%1$s * min(planFactor%1$s, planCap%1$s)".formatted(version.mark())
                : product(version, "planFactor");
    }

    private static BigDecimal cappedFirstMoney(Statement.Version version) {
        BigDecimal cap = version.planCap();
        return version.target()
                .multiply(version.capped() && cap != null ? version.factor().min(cap) : version.factor());
    }

    private String modified(Statement.Version version) {
        return product(version, "planFactor") + times(version);
    }

    private String times(Statement.Version version) {
        if (has(made, name("appliedModifier", version))) {
            return " * " + name("appliedModifier", version);
        }
        boolean plain = version.modifier().compareTo(BigDecimal.ONE) == 0;
        return plain ? "" : " * " + name("modifier", version);
    }

    private String paid(Statement.Version version) {
        return version.capped() ? product(version, "paidFactor") : modified(version);
    }

    /** As the steps before it say it, which the capped factor of 18 decimals is one of. */
    private BigDecimal paidMoney(Statement.Version version) {
        BigDecimal factor = version.capped()
                ? known(name("paidFactor", version))
                : version.factor().multiply(version.modifier());
        return version.target().multiply(factor);
    }

    private BigDecimal known(String step) {
        return made.steps().stream()
                .filter(each -> each.result().equals(step))
                .map(Step::value)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** What pools give and what rounding each line leaves; left out where it is nothing. */
    private void rounded() {
        BigDecimal before = steps.getLast().money();
        List<Statement.Line> given = versions.stream()
                .flatMap(version -> version.lines().stream())
                .filter(line -> line.factor() == null)
                .toList();
        if (!given.isEmpty()) {
            BigDecimal sum = given.stream().map(Statement.Line::amount).reduce(before, BigDecimal::add);
            String names = given.stream().map(line -> " + amount" + line.mark()).collect(Collectors.joining());
            String last = steps.getLast().name();
            List<Step> known = new ArrayList<>(made.steps());
            known.addAll(steps.getLast().explanation().steps().stream()
                    .filter(step -> step.result().equals(last))
                    .toList());
            var all = new Explained<>(made.value(), made.formula(), made.sentence(), made.inputs(), known);
            var step = new Step("withPools", "Given from pools", last + names, sum);
            steps.add(new PathStep(
                    "withPools",
                    "Given from pools",
                    null,
                    sum,
                    Derivation.and(all, step, sum, "What pools give is beside all factors and caps.")));
        }
        BigDecimal total = made.value();
        if (steps.getLast().money().compareTo(total) != 0) {
            steps.add(new PathStep(
                    "rounded",
                    "Each line rounded",
                    null,
                    total,
                    Derivation.of(made, "total", made.sentence()).orElseThrow()));
        }
    }
}
