package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.Assessed;
import io.cairn.framework.mbo.ObjectiveScope;
import io.cairn.framework.mbo.ObjectiveTerms;
import io.cairn.framework.mbo.ObjectiveValue;
import io.cairn.framework.mbo.Plan;
import io.cairn.framework.mbo.PlanObjective;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.TypedNumber;
import io.cairn.web.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed of what objectives came to, kept as it was typed: {@code objectives[0].value} and so on. */
public record ValuesForm(Map<String, String> fields) {
    static final ValuesForm EMPTY = new ValuesForm(Map.of());

    /** @throws io.cairn.kernel.ProblemException INVALID for text that nobody can type */
    static ValuesForm posted(MultiValueMap<String, String> sent) {
        Map<String, String> fields = new TreeMap<>();
        sent.forEach((name, values) -> {
            String typed = values.getFirst();
            if (typed != null && !PlainText.isClean(typed)) {
                throw GeneralProblem.INVALID.at(name).exception();
            }
            fields.put(name, typed == null ? "" : typed.replace("\r\n", "\n"));
        });
        return new ValuesForm(fields);
    }

    /** What was typed, or what is kept where nothing was sent. */
    public String text(String field, String kept) {
        return fields.getOrDefault(field, kept);
    }

    private String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** As a field shows it. */
    public static String typed(ObjectiveTerms terms, Assessed said) {
        if (said.level() != null) {
            return said.level();
        }
        BigDecimal value = said.value();
        return value == null ? "" : io.cairn.kernel.Display.number(value).replace("−", "-");
    }

    /**
     * One value for each line, in the plan's order.
     *
     * @param list the fields' name: {@code objectives} or {@code finals}
     * @param problems what could not be read
     */
    List<ObjectiveValue> values(Plan plan, String list, List<Problem> problems) {
        List<ObjectiveValue> values = new ArrayList<>();
        for (int i = 0; i < plan.objectives().size(); i++) {
            PlanObjective line = plan.objectives().get(i);
            String path = list + "[" + i + "].";
            String comment = fields.get("objectives[" + i + "].comment");
            values.add(new ObjectiveValue(
                    line.id(),
                    number(line.terms(), path, problems),
                    line.terms().basis() == AttainmentBasis.RUBRIC
                                    && !text(path + "value").isEmpty()
                            ? text(path + "value")
                            : null,
                    awarded(line.terms(), path, problems),
                    pool(path, problems),
                    comment));
        }
        return values;
    }

    private @Nullable BigDecimal number(ObjectiveTerms terms, String path, List<Problem> problems) {
        String typed = text(path + "value");
        boolean none = typed.isEmpty()
                || terms.basis() == AttainmentBasis.RUBRIC
                || terms.scope() != ObjectiveScope.INDIVIDUAL;
        return none
                ? null
                : read(
                        typed,
                        terms.basis() == AttainmentBasis.MILESTONE ? "%" : terms.unit(),
                        path + "value",
                        problems);
    }

    private @Nullable UUID pool(String path, List<Problem> problems) {
        String typed = text(path + "poolId");
        try {
            return typed.isEmpty() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException forged) {
            problems.add(GeneralProblem.INVALID.at(path + "poolId"));
            return null;
        }
    }

    private @Nullable BigDecimal awarded(ObjectiveTerms terms, String path, List<Problem> problems) {
        String typed = text(path + "awarded");
        return typed.isEmpty() || terms.scope() != ObjectiveScope.DISCRETIONARY
                ? null
                : read(typed, "", path + "awarded", problems);
    }

    static @Nullable BigDecimal read(String typed, String unit, String field, List<Problem> problems) {
        TypedNumber number = TypedNumber.parse(typed, unit);
        if (number.problem() != null) {
            problems.add(number.problem().at(field));
        }
        return number.value();
    }
}
