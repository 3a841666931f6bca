package io.cairn.incentive.web;

import io.cairn.incentive.CurveContent;
import io.cairn.incentive.CurveContent.PointContent;
import io.cairn.incentive.PayoutCurve;
import io.cairn.kernel.Decimals;
import io.cairn.kernel.Problem;
import io.cairn.kernel.TypedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed of a payout curve, in percent. */
public record CurveForm(String name, List<Row> rows, boolean stepped, String objectiveCap) {
    private static final int MOST = 51;

    public record Row(String attainment, String payout) {
        static final Row EMPTY = new Row("", "");

        boolean isBlank() {
            return attainment.isBlank() && payout.isBlank();
        }
    }

    /** Begins with the usual curve. */
    static CurveForm fresh() {
        return new CurveForm(
                "",
                PayoutCurve.DEFAULT.points().stream()
                        .map(point -> new Row(percent(point.attainment()), percent(point.payout())))
                        .toList(),
                false,
                "");
    }

    private static String percent(BigDecimal share) {
        return Decimals.plain(share.movePointRight(2)).toPlainString();
    }

    static CurveForm posted(MultiValueMap<String, String> sent) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < MOST && sent.containsKey("points[" + i + "].attainment"); i++) {
            rows.add(new Row(text(sent, "points[" + i + "].attainment"), text(sent, "points[" + i + "].payout")));
        }
        return new CurveForm(
                text(sent, "name"), rows, "true".equals(sent.getFirst("stepped")), text(sent, "objectiveCap"));
    }

    private static String text(MultiValueMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }

    CurveForm withOneMore() {
        var more = new ArrayList<>(rows);
        more.add(Row.EMPTY);
        return new CurveForm(name, List.copyOf(more), stepped, objectiveCap);
    }

    /** Without the rows in which nothing was typed. */
    CurveForm filled() {
        return new CurveForm(name, rows.stream().filter(row -> !row.isBlank()).toList(), stepped, objectiveCap);
    }

    /** As shares; what cannot be read is a problem and left out. */
    CurveContent content(List<Problem> problems) {
        var points = new ArrayList<@Nullable PointContent>();
        for (int i = 0; i < rows.size(); i++) {
            var at = "points[" + i + "].";
            points.add(new PointContent(
                    share(rows.get(i).attainment(), at + "attainment", problems),
                    share(rows.get(i).payout(), at + "payout", problems)));
        }
        return new CurveContent(points, stepped);
    }

    @Nullable
    BigDecimal cap(List<Problem> problems) {
        return share(objectiveCap, "objectiveCap", problems);
    }

    private static @Nullable BigDecimal share(String typed, String field, List<Problem> problems) {
        if (typed.isBlank()) {
            return null;
        }
        var number = TypedNumber.parse(typed, "%");
        if (number.problem() != null) {
            problems.add(number.problem().at(field));
        }
        var value = number.value();
        return value == null ? null : value.movePointLeft(2);
    }
}
