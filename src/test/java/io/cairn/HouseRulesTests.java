package io.cairn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.cairn.kernel.DomainClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** What STYLE.md says and a machine can check. */
class HouseRulesTests {
    private static final JavaClasses CAIRN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.cairn");

    @Test
    void namesAreTheFieldsOwn() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Jte")
                .should()
                .haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|Dto|Mapper|Base)")
                .check(CAIRN);
    }

    @Test
    void controllersAreInternalToTheirModule() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .or()
                .areAnnotatedWith(Controller.class)
                .should()
                .resideInAnyPackage("..web..")
                .andShould()
                .bePackagePrivate()
                .check(CAIRN);
    }

    @Test
    void todayIsNeverTheSystemClockDirectly() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(DomainClock.class)
                .and()
                .haveSimpleNameNotStartingWith("ClockConfiguration")
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(CAIRN);
    }

    @Test
    void moneyAndFiguresAreNeverFloats() {
        noClasses()
                .that()
                .resideInAnyPackage("io.cairn.goal", "io.cairn.metric..", "io.cairn.incentive")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Double.class, Float.class)
                .check(CAIRN);
    }

    /** Facts take their time from the organisation's clock; only sign-in, tokens and replies kept for a day use the system's. */
    @Test
    void factsInSqlTakeTheirTimeFromTheProgram() throws IOException {
        Pattern clock = Pattern.compile(
                "\\bnow\\(\\)|current_date|current_timestamp|clock_timestamp|localtimestamp", Pattern.CASE_INSENSITIVE);
        assertThat(filesWith(Path.of("src/main"), clock))
                .allMatch(file -> Stream.of("/access/", "/web/").anyMatch(file::contains));
    }

    @Test
    void pagesHoldNoInlineStylesScriptsOrHandlers() throws IOException {
        Pattern inline =
                Pattern.compile("\\sstyle=|<script>|<style|\\son(click|change|submit|load|input|key\\w+)=|hx-on");
        assertThat(filesWith(Path.of("src/main/java"), inline))
                .filteredOn(file -> file.endsWith(".jte"))
                .isEmpty();
    }

    private static List<String> filesWith(Path root, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|sql|jte)"))
                    .filter(file -> pattern.matcher(read(file)).find())
                    .map(Path::toString)
                    .toList();
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
