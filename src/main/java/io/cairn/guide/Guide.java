package io.cairn.guide;

import io.cairn.framework.Portrait;
import io.cairn.framework.Portraits;
import io.cairn.guide.Recommendation.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which frameworks fit a company, best first: each row of the tables that describes it gives its points to all it names. Source: frameworks 4.5. */
public final class Guide {
    private static final List<String> ORDER =
            Portraits.all().stream().map(Portrait::key).toList();
    private static final Comparator<Recommendation> BEST_FIRST = Comparator.comparingInt(Recommendation::score)
            .reversed()
            .thenComparingInt(each -> ORDER.indexOf(each.framework()));

    private Guide() {}

    /** What has no points is not recommended. */
    public static List<Recommendation> recommend(Situation situation) {
        return Portraits.all().stream()
                .map(portrait -> new Recommendation(portrait.key(), reasons(portrait.key(), situation)))
                .filter(recommendation -> recommendation.score() > 0)
                .sorted(BEST_FIRST)
                .toList();
    }

    private static List<Reason> reasons(String framework, Situation situation) {
        List<Reason> reasons = new ArrayList<>();
        situation.needs().forEach(need -> add(reasons, framework, need, Table.NEED.points()));
        add(reasons, framework, Stage.of(situation.employees()), Table.STAGE.points());
        Stage.beside(situation.employees()).ifPresent(stage -> add(reasons, framework, stage, 0));
        Stream.concat(situation.functions().stream(), situation.signals().stream())
                .forEach(row -> add(reasons, framework, row, row.table().points()));
        return List.copyOf(reasons);
    }

    private static void add(List<Reason> reasons, String framework, Row row, int points) {
        row.picks().stream()
                .filter(pick -> pick.framework().equals(framework))
                .forEach(pick -> reasons.add(new Reason(row, points, pick.why())));
    }
}
