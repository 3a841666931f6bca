package io.cairn.audit;

import io.cairn.access.Viewing;
import io.cairn.audit.Journal.Line;
import io.cairn.web.Fragment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Journal entries as they stand on a page, by day: {@code @template.audit.JournalPart(page = …)}.
 *
 * @param more where further entries are
 */
public record JournalPart(
        List<Line> lines, ZoneId zone, @Nullable String more) implements Fragment {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final Map<String, String> PLACES = Map.of(
            "goal",
            "/objectives/",
            "person",
            "/people/",
            "team",
            "/teams/",
            "cycle",
            "/cycles/",
            "metric",
            "/metrics/");

    public Map<String, List<Line>> days() {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> DAY.format(LocalDate.ofInstant(line.recordedAt(), zone)),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    public String time(Line line) {
        return MINUTE.format(line.recordedAt().atZone(zone));
    }

    public List<Change> changes(Line line) {
        return Change.between(line.before(), line.after());
    }

    /** The page of what was done to; null where it has none, or where its framework is not in use. */
    public static @Nullable String place(Line line) {
        if (line.action().endsWith(".deleted")) {
            return null;
        }
        if (line.goalId() != null) {
            return Viewing.uses("okr") ? "/objectives/" + line.goalId() : null;
        }
        String place = PLACES.get(line.subjectKind());
        boolean unused = line.subjectKind().equals("metric") && !Viewing.uses("kpi");
        return place == null || unused ? null : place + line.subjectId();
    }
}
