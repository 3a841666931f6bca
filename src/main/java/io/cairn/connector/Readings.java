package io.cairn.connector;

import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads figures and days out of rows, by a connector's feeds. A row that cannot be read says why and harms no other. */
final class Readings {
    private static final int DECIMALS = 6;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,60})?([eE][+-]?\\d{1,2})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(Z|[+-]\\d{2}(?::?\\d{2})?)?");

    private final Map<java.util.UUID, FedMetric> metrics;
    private final ZoneId zone;

    /** @param zone of the organisation, in which a moment becomes a day */
    Readings(Map<java.util.UUID, FedMetric> metrics, ZoneId zone) {
        this.metrics = metrics;
        this.zone = zone;
    }

    List<Reading> of(Rows rows, List<Feed> feeds) {
        List<Reading> readings = new ArrayList<>();
        for (int row = 0; row < rows.rows().size(); row++) {
            for (Feed feed : feeds) {
                readings.add(reading(row + 1, rows.rows().get(row), feed));
            }
        }
        return readings;
    }

    private Reading reading(int row, Map<String, @Nullable String> cells, Feed feed) {
        FedMetric metric = Objects.requireNonNull(metrics.get(Objects.requireNonNull(feed.metricId())));
        try {
            return new Reading(
                    row,
                    metric.id(),
                    day(row, cells, feed, metric),
                    number(cells, feed.value()),
                    number(cells, feed.numerator()),
                    number(cells, feed.denominator()),
                    null);
        } catch (ProblemException wrong) {
            return new Reading(row, metric.id(), null, null, null, null, wrong.first());
        }
    }

    private LocalDate day(int row, Map<String, @Nullable String> cells, Feed feed, FedMetric metric) {
        PeriodOf period = feed.period() == null ? PeriodOf.LAST_COMPLETED : feed.period();
        if (period != PeriodOf.COLUMN && row > 1) {
            throw ConnectorProblem.ONE_ROW.exception();
        }
        return switch (period) {
            case LAST_COMPLETED -> metric.completed();
            case CURRENT -> metric.current();
            case COLUMN -> day(cell(cells, Objects.requireNonNull(feed.periodAt())), feed.periodAt(), zone);
        };
    }

    /** A day, a month, or a moment, which is a day in the organisation's zone. */
    static LocalDate day(String text, @Nullable String place, ZoneId zone) {
        String typed = text.strip();
        var time = TIME.matcher(typed);
        try {
            if (DAY.matcher(typed).matches()) {
                return LocalDate.parse(typed);
            }
            if (MONTH.matcher(typed).matches()) {
                return YearMonth.parse(typed).atDay(1);
            }
            if (time.matches()) {
                return time.group(3) == null
                        ? LocalDate.parse(time.group(1))
                        : LocalDate.ofInstant(moment(time.group(1), time.group(2), time.group(3)), zone);
            }
        } catch (DateTimeException noSuchDay) {
            throw at(ConnectorProblem.NOT_A_DAY, place).exception();
        }
        throw at(ConnectorProblem.NOT_A_DAY, place).exception();
    }

    private static Instant moment(String day, String time, String offset) {
        String zone = offset.length() == 3 ? offset + ":00" : offset.replaceFirst("([+-]\\d{2})(\\d{2})", "$1:$2");
        return OffsetDateTime.parse(day + "T" + time + zone).toInstant();
    }

    private static @Nullable BigDecimal number(Map<String, @Nullable String> cells, @Nullable String place) {
        return place == null ? null : number(cell(cells, place), place);
    }

    /** To six decimals, which is what metrics keep; programs that count in binary send more. */
    static BigDecimal number(String text, String place) {
        String typed = text.strip();
        if (!NUMBER.matcher(typed).matches()) {
            throw at(ConnectorProblem.NOT_A_NUMBER, place).exception();
        }
        BigDecimal number = new BigDecimal(typed);
        return number.scale() <= DECIMALS ? number : number.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static String cell(Map<String, @Nullable String> cells, String place) {
        if (!cells.containsKey(place)) {
            throw at(ConnectorProblem.NO_COLUMN, place).exception();
        }
        String cell = cells.get(place);
        if (cell == null || cell.isBlank()) {
            throw at(ConnectorProblem.NO_VALUE, place).exception();
        }
        return cell;
    }

    private static Problem at(ConnectorProblem kind, @Nullable String place) {
        return kind.saying(kind.message().replaceFirst("\\.$", "") + ": " + place + ".");
    }
}
