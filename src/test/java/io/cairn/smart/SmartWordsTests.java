package io.cairn.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartWordsTests {
    private static final SmartWords SMALL = SmartWords.of("""
            # a remark
            [vague]
            improv(e|es|ed|ing|ement)
            look(|s|ed) into
            as (soon|much) as (possible|we can)
            as needed
            needed

            [verbs]
            win(|s|ning)
            won
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Improve it                     | improve
            IMPROVING, and improvement     | improving, improvement
            approve it, improver           | ''
            look at what goes into it      | ''
            She looked  into: it           | looked into
            as soon as possible            | as soon as possible
            as much as we can              | as much as we can
            as needed                      | as needed
            needed as soon                 | needed
            improve-ment                   | ''
            """)
    void wordsPhrasesAndEndings(String text, String found) {
        assertThat(String.join(", ", SMALL.vagueIn(text))).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "Win four accounts, false, 3, true",
        "Four accounts won, false, 3, true",
        "Winter in the window, false, 4, false",
        "Improve four accounts, false, 2, false",
        "Improve four accounts, true, 3, false",
        "'', false, 0, false",
        "'2,000 – 3.5 % …', false, 4, false"
    })
    void whatIsLeftWithoutThem(String text, boolean plain, int solid, boolean verb) {
        SmartWords.Read read = SMALL.read(text, plain);
        assertThat(read.solid()).isEqualTo(solid);
        assertThat(read.verb()).isEqualTo(verb);
    }

    @Test
    void accentsAndApostrophesAreReadAsTheyAreMeant() {
        SmartWords words = SmartWords.of("[vague]\namélior(er|e)\nl'avenir\n[verbs]\n");
        assertThat(words.vagueIn("Ame\u0301liorer l’avenir")).containsExactly("améliorer", "l'avenir");
    }

    @Test
    void anotherLanguageIsAnotherFile() {
        // words/xx.txt lies beside the tests only
        assertThat(SmartWords.all().vagueIn("Alles zumpeln, irgend wie, and improve it"))
                .containsExactly("zumpeln", "irgend wie", "improve");
        assertThat(SmartWords.all().read("kraxelt", false).verb()).isTrue();
    }

    @Test
    void everyVagueWordOfOurListIsFoundAlone() {
        for (String text :
                List.of("better", "optimised", "tries", "in a timely manner", "state-of-the-art", "a lot of")) {
            assertThat(SmartWords.all().vagueIn(text)).containsExactly(text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Bring, true",
        "brought, true",
        "cutting, true",
        "wins, true",
        "won, true",
        "written, true",
        "closing, true",
        "organising, true",
        "Migrate, true",
        "better, false",
        "customer, false",
        "revenue, false"
    })
    void verbsInAllTheirForms(String text, boolean wanted) {
        assertThat(SmartWords.all().read(text, true).verb()).isEqualTo(wanted);
    }
}
