package io.cairn.guide.web;

import io.cairn.guide.Need;
import io.cairn.guide.Signal;
import io.cairn.guide.Situation;
import io.cairn.guide.WorkArea;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The wizard's answers as they stand in the address: a number and words of the tables. */
public record GuideForm(
        @Nullable String employees,
        @Nullable List<String> functions,
        @Nullable List<String> needs,
        @Nullable List<String> signals) {
    private static final int MOST_DIGITS = 9;

    public boolean isEmpty() {
        return Stream.of(employees, functions, needs, signals).allMatch(Objects::isNull);
    }

    public String typedEmployees() {
        return Objects.requireNonNullElse(employees, "");
    }

    public boolean has(Enum<?> word) {
        return Stream.of(functions, needs, signals)
                .filter(Objects::nonNull)
                .anyMatch(words -> words.contains(word.name()));
    }

    static Problem impossible() {
        return GeneralProblem.INVALID
                .saying("Use a whole number from 0 to %,d.".formatted(Situation.MOST_EMPLOYEES))
                .at("employees");
    }

    /** @throws io.cairn.kernel.ProblemException REQUIRED without a number of people, INVALID at what cannot be or is no word of ours */
    Situation situation() {
        Texts texts = new Texts();
        int people = people(texts);
        List<WorkArea> areas = known("functions", functions, WorkArea.values(), texts);
        List<Need> needed = known("needs", needs, Need.values(), texts);
        List<Signal> said = known("signals", signals, Signal.values(), texts);
        texts.refuseIfAny();
        return new Situation(people, areas, needed, said);
    }

    private int people(Texts texts) {
        String typed = typedEmployees().strip().replaceAll("[ ,.'\u00a0\u2009\u202f](?=\\d{3}\\b)", "");
        if (typed.isEmpty()) {
            texts.add(GeneralProblem.REQUIRED.at("employees"));
            return 0;
        }
        boolean number = typed.length() <= MOST_DIGITS && typed.chars().allMatch(c -> c >= '0' && c <= '9');
        int people = number ? Integer.parseInt(typed) : -1;
        if (people < 0 || people > Situation.MOST_EMPLOYEES) {
            texts.add(impossible());
            return 0;
        }
        return people;
    }

    private static <E extends Enum<E>> List<E> known(String field, @Nullable List<String> words, E[] all, Texts texts) {
        List<E> known = new ArrayList<>();
        for (String word : words == null ? List.<String>of() : words) {
            Stream.of(all)
                    .filter(each -> each.name().equals(word))
                    .findFirst()
                    .ifPresentOrElse(known::add, () -> texts.unknown(field, false));
        }
        return known;
    }

    /** {@code /guide/answer?employees=120&needs=…}, or with another path. */
    static String address(String path, Situation situation) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path).queryParam("employees", situation.employees());
        situation.functions().forEach(word -> url.queryParam("functions", word.name()));
        situation.needs().forEach(word -> url.queryParam("needs", word.name()));
        situation.signals().forEach(word -> url.queryParam("signals", word.name()));
        return url.toUriString();
    }
}
