package io.cairn.incentive;

import io.cairn.kernel.Decimals;
import io.cairn.kernel.Explained;
import io.cairn.kernel.Explained.Input;
import io.cairn.kernel.Explained.Step;
import io.cairn.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a payout down as arithmetic that anybody can do again. A step works on the 18 decimals of the steps before it; where
 * that would round an amount to another cent than the undivided figure does, the amount's step shows the undivided one.
 */
final class PayoutExplanation {
    private static final BigDecimal FULL = new BigDecimal("100");
    private static final int DECIMALS = 18;

    private final boolean several;
    private final Currency currency;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<String> amounts = new ArrayList<>();
    private int version;

    PayoutExplanation(int versions, Currency currency) {
        this.several = versions > 1;
        this.currency = currency;
    }

    /** What the steps of one version have found so far. */
    private final class Version {
        final PayoutTerms terms;
        final String behind;
        final String of;
        final List<BigDecimal> factors = new ArrayList<>();
        BigDecimal target = BigDecimal.ZERO;
        String modifierName = "modifier";
        BigDecimal modifier;
        BigDecimal planFactor = BigDecimal.ZERO;

        @Nullable
        BigDecimal scale;

        Version(PayoutTerms terms) {
            version++;
            this.terms = terms;
            this.behind = several ? "V" + version : "";
            this.of = several ? " (terms " + version + ")" : "";
            this.modifier = terms.modifier();
        }

        String name(String name) {
            return name + behind;
        }
    }

    void add(PayoutTerms terms) {
        var now = new Version(terms);
        target(now);
        for (int i = 0; i < terms.lines().size(); i++) {
            now.factors.add(factor(now, i));
        }
        modifier(now);
        planFactor(now);
        cap(now);
        for (int i = 0; i < terms.lines().size(); i++) {
            amount(now, i);
        }
    }

    Explained<BigDecimal> of(Money total) {
        step("total", "Total", amounts.isEmpty() ? "0" : String.join(" + ", amounts), total.amount());
        return new Explained<>(
                total.amount(),
                "incentive.payout",
                "The sum of the lines, each rounded to what %s can be paid in.".formatted(currency.getCurrencyCode()),
                inputs,
                steps);
    }

    private void target(Version now) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < now.terms.segments().size(); i++) {
            var segment = now.terms.segments().get(i);
            var number = i + 1 + now.behind;
            input("bonus" + number, "Bonus target" + now.of, segment.target());
            if (segment.days() == segment.periodDays()) {
                parts.add("bonus" + number);
                now.target = now.target.add(segment.target());
                continue;
            }
            input("days" + number, "Days of this target" + now.of, BigDecimal.valueOf(segment.days()));
            input("periodDays" + number, "Days of the period" + now.of, BigDecimal.valueOf(segment.periodDays()));
            parts.add("bonus%1$s * days%1$s / periodDays%1$s".formatted(number));
            now.target = now.target.add(over(
                    segment.target().multiply(BigDecimal.valueOf(segment.days())),
                    BigDecimal.valueOf(segment.periodDays())));
        }
        step(
                now.name("targetBonus"),
                "Target bonus" + now.of,
                parts.isEmpty() ? "0" : String.join(" + ", parts),
                now.target);
    }

    private BigDecimal factor(Version now, int line) {
        if (!(now.terms.lines().get(line) instanceof PayoutLine.Scored scored)) {
            return BigDecimal.ZERO;
        }
        var number = line + 1 + now.behind;
        input("weight" + number, "Weight of " + scored.name(), scored.weight());
        var attained = scored.attainment().explained(number);
        attained.inputs().forEach(inputs::add);
        attained.steps()
                .forEach(step -> step(
                        step.result(), step.label() + " of " + scored.name(), step.expression(), attained.value()));
        var curve = scored.curve();
        var exact = scored.attainment().exact();
        var expression = curve.expression(exact, "attainment" + number);
        var factor = curve.onDecimals(exact, attained.value());
        var cap = scored.cap();
        if (cap != null) {
            input("cap" + number, "Cap of " + scored.name(), cap);
            expression = "min(cap%s, %s)".formatted(number, expression);
            factor = factor.min(cap);
        }
        step("factor" + number, "Payout factor of " + scored.name(), expression, factor);
        return factor;
    }

    private void modifier(Version now) {
        if (now.terms.gate().compareTo(BigDecimal.ONE) != 0) {
            input(now.name("gate"), "Gate" + now.of, now.terms.gate());
        }
        var reached = now.terms.reached();
        if (reached.isEmpty() && !modified(now)) {
            return;
        }
        input(now.name("modifier"), "Modifier" + now.of, now.terms.modifier());
        now.modifierName = now.name("modifier");
        if (reached.isEmpty()) {
            return;
        }
        var product = new StringBuilder(now.modifierName);
        for (int i = 0; i < reached.size(); i++) {
            var name = "accelerator" + (i + 1) + now.behind;
            input(name, "Accelerator reached" + now.of, reached.get(i).multiplier());
            product.append(" * ").append(name);
            now.modifier = now.modifier.multiply(reached.get(i).multiplier());
        }
        now.modifierName = now.name("appliedModifier");
        step(now.modifierName, "Modifier with accelerators" + now.of, product.toString(), now.modifier);
    }

    private void planFactor(Version now) {
        var parts = new ArrayList<String>();
        var sum = BigDecimal.ZERO;
        for (int i = 0; i < now.terms.lines().size(); i++) {
            var line = now.terms.lines().get(i);
            if (line instanceof PayoutLine.Scored) {
                parts.add("weight%1$s * factor%1$s".formatted(i + 1 + now.behind));
                sum = sum.add(line.weight().multiply(now.factors.get(i)));
            }
        }
        now.planFactor = over(sum.multiply(now.terms.gate()), FULL);
        step(
                now.name("planFactor"),
                "Factor of the plan" + now.of,
                "(%s)%s / 100".formatted(String.join(" + ", parts), gated(now) ? " * " + now.name("gate") : ""),
                now.planFactor);
    }

    private void cap(Version now) {
        var cap = now.terms.planCap();
        if (cap == null || !now.terms.capped()) {
            return;
        }
        input(now.name("planCap"), "Cap of the plan" + now.of, cap);
        var times = modified(now) ? " * " + now.modifierName : "";
        var raw = now.planFactor.multiply(now.modifier);
        boolean before = now.terms.capBeforeModifier();
        var paid = before ? now.planFactor.min(cap).multiply(now.modifier) : raw.min(cap);
        step(
                now.name("paidFactor"),
                "Factor with modifier and cap" + now.of,
                before
                        ? "min(%s, %s)%s".formatted(now.name("planFactor"), now.name("planCap"), times)
                        : "min(%s%s, %s)".formatted(now.name("planFactor"), times, now.name("planCap")),
                paid);
        // A factor of less than 18 decimals show leaves nothing to share out.
        boolean nothing = raw.signum() == 0;
        now.scale = nothing ? BigDecimal.ZERO : over(paid, raw);
        step(
                now.name("scale"),
                "What the cap leaves of each line" + now.of,
                nothing ? "0" : "%s / (%s%s)".formatted(now.name("paidFactor"), now.name("planFactor"), times),
                now.scale);
    }

    private void amount(Version now, int line) {
        var each = now.terms.lines().get(line);
        var number = line + 1 + now.behind;
        int decimals = Money.decimals(currency);
        var exact = Payout.exact(now.terms, each);
        var amount = exact.rounded(decimals);
        amounts.add("amount" + number);
        if (each instanceof PayoutLine.Given given) {
            input("given" + number, "Given: " + given.name(), given.amount());
            step("amount" + number, given.name(), "round(given%s, %d)".formatted(number, decimals), amount);
            return;
        }
        var product = product(now, line).divide(FULL, DECIMALS, RoundingMode.HALF_EVEN);
        boolean sameCent = product.setScale(decimals, RoundingMode.HALF_UP).compareTo(amount) == 0;
        var expression =
                sameCent ? productText(now, number) + " / 100" : exact.numerator() + " / " + exact.denominator();
        step(
                "amount" + number,
                sameCent ? each.name() : each.name() + ", divided only once",
                "round(%s, %d)".formatted(expression, decimals),
                amount);
    }

    private BigDecimal product(Version now, int line) {
        var product = now.target
                .multiply(now.terms.lines().get(line).weight())
                .multiply(now.factors.get(line))
                .multiply(now.terms.gate())
                .multiply(now.modifier);
        return now.scale == null ? product : product.multiply(now.scale);
    }

    private static String productText(Version now, String number) {
        return "%s * weight%s * factor%s%s%s%s"
                .formatted(
                        now.name("targetBonus"),
                        number,
                        number,
                        gated(now) ? " * " + now.name("gate") : "",
                        modified(now) ? " * " + now.modifierName : "",
                        now.scale == null ? "" : " * " + now.name("scale"));
    }

    private static boolean gated(Version now) {
        return now.terms.gate().compareTo(BigDecimal.ONE) != 0;
    }

    private static boolean modified(Version now) {
        return now.terms.modifier().compareTo(BigDecimal.ONE) != 0
                || !now.terms.reached().isEmpty();
    }

    private void input(String name, String label, BigDecimal value) {
        inputs.add(new Input(name, label, Decimals.plain(value).toPlainString()));
    }

    private void step(String result, String label, String expression, BigDecimal value) {
        steps.add(new Step(result, label, expression, value));
    }

    private static BigDecimal over(BigDecimal value, BigDecimal divisor) {
        return value.divide(divisor, DECIMALS, RoundingMode.HALF_EVEN);
    }
}
