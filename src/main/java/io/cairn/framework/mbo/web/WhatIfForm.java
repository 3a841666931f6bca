package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.WhatIf;
import io.cairn.kernel.Decimals;
import io.cairn.kernel.Problem;
import io.cairn.kernel.TypedNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was asked of a plan, in percent; a field that was left as it stood asks nothing, so that nothing is rounded. */
record WhatIfForm(Map<String, String> typed) {
    static final String MODIFIER = "modifier";

    static String percent(@Nullable BigDecimal share) {
        return share == null ? "" : plain(share.movePointRight(2).setScale(1, RoundingMode.HALF_UP));
    }

    static String plain(BigDecimal value) {
        return Decimals.plain(value).toPlainString();
    }

    /** @param known by what is known now */
    WhatIf.Question question(WhatIf known, List<Problem> problems) {
        Map<UUID, BigDecimal> attainments = new HashMap<>();
        for (WhatIf.Line line : known.lines()) {
            String field = line.objectiveId().toString();
            if (line.known() != null && changed(field, percent(line.known()))) {
                BigDecimal asked = number(field, "%", problems);
                if (asked != null) {
                    attainments.put(line.objectiveId(), asked.movePointLeft(2));
                }
            }
        }
        BigDecimal modifier = changed(MODIFIER, plain(known.modifier())) ? number(MODIFIER, "", problems) : null;
        return new WhatIf.Question(attainments, modifier);
    }

    private boolean changed(String field, String before) {
        String now = typed.getOrDefault(field, before).strip();
        return !now.isEmpty() && !now.equals(before);
    }

    private @Nullable BigDecimal number(String field, String unit, List<Problem> problems) {
        TypedNumber number = TypedNumber.parse(typed.getOrDefault(field, ""), unit);
        if (number.problem() != null) {
            problems.add(number.problem().at(field));
        }
        return number.value();
    }

    /** The fields that belong to these objectives; whatever else was sent is left out. */
    WhatIfForm of(WhatIf known) {
        Map<String, String> own = new HashMap<>();
        List<String> names = new ArrayList<>(known.lines().stream()
                .map(line -> line.objectiveId().toString())
                .toList());
        names.add(MODIFIER);
        for (String name : names) {
            String value = typed.get(name);
            if (value != null) {
                own.put(name, value);
            }
        }
        return new WhatIfForm(own);
    }
}
