package io.cairn.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.kernel.ProblemException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonDetailsTests {

    @ParameterizedTest
    @ValueSource(strings = {"iris@example.com", " Iris.B+goals@example.co.uk ", "kai@localhost", "o'hara@example.com"})
    void anEmailIsAName_atAnAddress(String email) {
        assertThat(PersonDetails.of("Iris", email).email()).isEqualTo(email.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "'', REQUIRED",
        "' ', REQUIRED",
        "iris, EMAIL_INVALID",
        "@example.com, EMAIL_INVALID",
        "iris@, EMAIL_INVALID",
        "iris@@example.com, EMAIL_INVALID",
        "iris @example.com, EMAIL_INVALID",
        "iris@example..com, EMAIL_INVALID",
        "Iris <iris@example.com>, EMAIL_INVALID"
    })
    void whatIsNoEmailIsRefused(String email, String code) {
        assertThatThrownBy(() -> PersonDetails.of("Iris", email))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.first().code()).isEqualTo(code);
                    assertThat(refused.first().field()).isEqualTo("email");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00a0", "\u3000\u2003", "Ir\u0000is", "Ir\nis"})
    void aNameIsMoreThanBlanksAndHoldsNoControlCharacters(String name) {
        assertThatThrownBy(() -> PersonDetails.of(name, "iris@example.com"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.first().field()).isEqualTo("name"));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() ->
                        PersonDetails.of(" ", "nobody", "x".repeat(201), null, "x".repeat(51), null, null, List.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems().stream().map(problem -> problem.field()))
                                .containsExactly("name", "email", "jobTitle", "level"));
    }

    @Test
    void blanksAroundTextsGoAndAnEmptyExternalIdIsNone() {
        var details = PersonDetails.of(" Iris ", "iris@example.com ", " CEO", null, null, "  ", null, List.of());
        assertThat(Stream.of(details.name(), details.email(), details.jobTitle()))
                .containsExactly("Iris", "iris@example.com", "CEO");
        assertThat(details.externalId()).isNull();
    }
}
