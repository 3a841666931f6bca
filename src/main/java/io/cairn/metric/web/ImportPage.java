package io.cairn.metric.web;

import io.cairn.kernel.Display;
import io.cairn.kernel.Problem;
import io.cairn.metric.LoadPlan;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a file of values is sent, and what it would change once it is.
 *
 * @param plan null before a file was sent
 */
public record ImportPage(@Nullable LoadPlan plan, @Nullable UUID upload, String name, List<Problem> problems)
        implements FullPage {
    private static final int SHOWN = 200;

    static ImportPage refused(List<Problem> problems) {
        return new ImportPage(null, null, "", problems);
    }

    @Override
    public String title() {
        return "Import values";
    }

    @Override
    public Section section() {
        return Section.VALUES;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public String sum(LoadPlan of) {
        return "%s new, %s corrected, %s unchanged, %s refused"
                .formatted(count(of.created()), count(of.corrected()), count(of.unchanged()), count(of.refused()));
    }

    public static String count(long number) {
        return Display.number(BigDecimal.valueOf(number));
    }

    public static String value(@Nullable BigDecimal value, String unit) {
        return value == null ? "–" : Display.value(value, unit);
    }

    public boolean changes(LoadPlan of) {
        return of.created() + of.corrected() > 0;
    }

    public String keepWords(LoadPlan of) {
        long kept = of.created() + of.corrected();
        String values = kept == 1 ? "Keep 1 value" : "Keep " + count(kept) + " values";
        return of.refused() == 0 ? values : values + ", leave out " + count(of.refused());
    }

    public List<io.cairn.metric.Loaded.Error> errors(LoadPlan of) {
        return of.errors().stream().limit(SHOWN).toList();
    }

    public boolean moreErrors(LoadPlan of) {
        return of.refused() > SHOWN;
    }
}
