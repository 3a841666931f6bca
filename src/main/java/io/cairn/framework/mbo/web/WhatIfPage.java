package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.WhatIf;
import io.cairn.kernel.Display;
import io.cairn.kernel.Money;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan would pay if its objectives came to something else: sliders, and what comes of them.
 *
 * @param whatIf by what was asked; by what is known where that was refused
 * @param typed what stands in the fields, by their names
 */
public record WhatIfPage(WhatIf whatIf, Map<String, String> typed, List<Problem> problems, boolean own)
        implements FullPage {

    public String plan() {
        return "/plans/" + whatIf.plan().id();
    }

    public String money(BigDecimal amount) {
        String shown = Display.money(new Money(amount, whatIf.currency()));
        return shown.substring(
                        0, shown.length() - whatIf.currency().getCurrencyCode().length())
                .strip();
    }

    /** With its sign: {@code +250.00}, {@code −1,500.00}, {@code ±0.00}. */
    public String difference(BigDecimal before, BigDecimal now) {
        BigDecimal difference = now.subtract(before);
        String sign = difference.signum() > 0 ? "+" : difference.signum() < 0 ? "" : "±";
        return sign + money(difference);
    }

    /** What stands in the field of an objective, in percent. */
    public String value(WhatIf.Line line) {
        String known = WhatIfForm.percent(line.known());
        return typed.getOrDefault(line.objectiveId().toString(), known);
    }

    public String modifier() {
        return typed.getOrDefault(WhatIfForm.MODIFIER, WhatIfForm.plain(whatIf.modifier()));
    }

    /** Where the slider stands; a field that cannot be read leaves it where it was. */
    public String slide(WhatIf.Line line) {
        return WhatIfForm.percent(line.attainment());
    }

    public static String most(WhatIf.Line line) {
        return WhatIfForm.percent(line.most());
    }

    public String percent(@Nullable BigDecimal share) {
        return StatementText.percentage(share);
    }

    /** The gate and the accelerators with what comes of them. */
    public List<String> conditions() {
        return ConditionWords.of(whatIf.gate(), whatIf.accelerators());
    }

    /** How far the payout goes on a bar that ends at the cap, or at what it is. */
    public String share() {
        BigDecimal share = whatIf.ofTarget();
        BigDecimal least = share == null ? BigDecimal.ONE : share.max(BigDecimal.ONE);
        BigDecimal cap = whatIf.plan().planCap();
        BigDecimal most = cap == null ? least : cap.max(share == null ? BigDecimal.ONE : share);
        return share == null || most.signum() == 0
                ? "0"
                : share.movePointRight(2).divide(most, 1, RoundingMode.HALF_UP).toPlainString();
    }

    @Override
    public String title() {
        return "What if";
    }

    @Override
    public Section section() {
        return own ? Section.PLANS : Section.TEAM_PLANS;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }
}
