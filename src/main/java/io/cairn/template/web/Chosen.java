package io.cairn.template.web;

import io.cairn.template.LiveFile;
import io.cairn.web.ListQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which live files are meant.
 *
 * @param team id of one, the teams below it included; empty for any
 * @param period id of one; empty for any
 */
public record Chosen(String team, String period) {
    static Chosen of(ListQuery query) {
        return new Chosen(
                Objects.requireNonNullElse(query.text("team"), ""),
                Objects.requireNonNullElse(query.text("period"), ""));
    }

    List<LiveFile> of(List<LiveFile> files) {
        return files.stream()
                .filter(file -> team.isEmpty()
                        || file.teams().stream().anyMatch(one -> one.id().equals(team)))
                .filter(file -> period.isEmpty()
                        || (file.period() != null && file.period().id().equals(period)))
                .toList();
    }

    static Set<LiveFile.Choice> teams(List<LiveFile> files) {
        return files.stream()
                .flatMap(file -> file.teams().stream())
                .sorted(Comparator.comparing(LiveFile.Choice::name).thenComparing(LiveFile.Choice::id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Set<LiveFile.Choice> periods(List<LiveFile> files) {
        return files.stream()
                .flatMap(file -> Stream.ofNullable(file.period()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The names of what was chosen. */
    String words(List<LiveFile> files) {
        return Stream.concat(
                        teams(files).stream().filter(one -> one.id().equals(team)),
                        periods(files).stream().filter(one -> one.id().equals(period)))
                .map(LiveFile.Choice::name)
                .collect(Collectors.joining(" "));
    }

    /** As the end of an address. */
    String query() {
        return Stream.of(part("team", team), part("period", period))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
    }

    private static String part(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
