package io.cairn.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.framework.Comparison.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Source: frameworks 0.5, 5. */
class ComparisonTests {
    private static Framework okr(
            Visibility visibility, Compensation compensation, Framework.Range measures, boolean persons) {
        return new Framework(
                "okr",
                "OKR",
                new Framework.Words("objective", "objectives", "key result", "key results"),
                List.of("objective"),
                visibility,
                compensation,
                measures,
                persons,
                true,
                false);
    }

    private static String here(Framework framework, Comparison.Line line) {
        return Comparison.of(Portraits.of("okr"), Optional.of(framework))
                .get(line.ordinal())
                .here();
    }

    @ParameterizedTest
    @EnumSource(Visibility.class)
    void whoSeesItIsTheDescriptorsWord(Visibility visibility) {
        assertThat(here(
                        okr(visibility, Compensation.DECOUPLED, new Framework.Range(2, 5), false),
                        Comparison.Line.VISIBILITY))
                .isEqualTo(visibility.label());
    }

    @ParameterizedTest
    @EnumSource(Compensation.class)
    void whatItPaysIsTheDescriptorsWord(Compensation compensation) {
        assertThat(here(
                        okr(Visibility.PUBLIC_ORG, compensation, new Framework.Range(2, 5), false),
                        Comparison.Line.PAY))
                .startsWith(compensation.label() + ": ")
                .endsWith(compensation.payable() ? "a bonus line may name one" : "no bonus line can name one");
    }

    @Test
    void howManyMeasuresAndWhoOwnsItIsTheDescriptorsWord() {
        Framework five = okr(Visibility.PUBLIC_ORG, Compensation.DECOUPLED, new Framework.Range(2, 5), false);
        Framework one = okr(Visibility.PUBLIC_ORG, Compensation.DECOUPLED, new Framework.Range(1, 1), true);
        assertThat(here(five, Comparison.Line.STRUCTURE)).isEqualTo("2 to 5 key results");
        assertThat(here(one, Comparison.Line.STRUCTURE)).isEqualTo("1 key result for each");
        assertThat(here(five, Comparison.Line.OWNERSHIP)).startsWith("Teams own them");
        assertThat(here(one, Comparison.Line.OWNERSHIP)).isEqualTo("A person may own one");
    }

    @Test
    void ofAFrameworkThatIsNotThereNoPolicyIsClaimed() {
        List<Cell> cells = Comparison.of(Portraits.of("performance"), Optional.empty());
        assertThat(cells.stream().map(Cell::here).filter(text -> !text.isEmpty()))
                .containsExactly(Comparison.NOT_IN_CAIRN, Comparison.NOT_IN_CAIRN);
    }

    @Test
    void fourAreComparedInTenRowsAndFourteenAreKnown() {
        assertThat(Comparison.columns().stream().map(Portrait::key))
                .containsExactly("okr", "kpi", "mbo", "performance");
        assertThat(Comparison.columns())
                .allSatisfy(portrait -> assertThat(Comparison.of(portrait, Optional.empty()))
                        .hasSize(10)
                        .allSatisfy(cell -> assertThat(Glossary.find(cell.anchor()))
                                .as(cell.toString())
                                .isPresent()));
        assertThat(Portraits.all().stream().map(Portrait::key))
                .containsExactly(
                        "okr",
                        "kpi",
                        "mbo",
                        "smart",
                        "scorecard",
                        "hoshin",
                        "fourdx",
                        "v2mom",
                        "northstar",
                        "eos",
                        "sevens",
                        "raci",
                        "hybrid",
                        "performance");
    }

    @Test
    void everyFrameworkHasItsWordsAndEveryWordItsFramework() {
        assertThat(Portraits.all())
                .allSatisfy(portrait -> assertThat(Glossary.of(portrait.key()))
                        .as(portrait.key())
                        .isNotEmpty());
        assertThat(Glossary.all())
                .allSatisfy(entry -> assertThat(entry.framework().equals(Glossary.SHARED)
                                || Portraits.find(entry.framework()).isPresent())
                        .as(entry.anchor())
                        .isTrue());
        assertThat(Glossary.all().stream().map(Glossary.Entry::anchor))
                .doesNotHaveDuplicates()
                .allMatch(anchor -> anchor.matches("[a-z0-9-]+"));
    }

    @Test
    void everyHelpMarkOpensAWordThereIs() throws IOException {
        Pattern mark = Pattern.compile("part\\.help\\((?:word = )?\"([^\"]+)\"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> words = files.filter(file -> file.toString().endsWith(".jte"))
                    .flatMap(file -> mark.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toList());
            assertThat(words)
                    .hasSizeGreaterThan(15)
                    .allSatisfy(word -> assertThat(Glossary.find(word)).as(word).isPresent());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
