package io.cairn.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cairn.database.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What connectors reckon without any source. */
class ConnectorRulesTests {
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant NOW = Instant.parse("2026-08-15T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 1440", "1, 1", "2, 2", "3, 4", "4, 8", "5, 16", "6, 32", "7, 60", "8, 1440", "50, 1440"})
    void failuresAreTriedAgainLaterAndLater(int failures, long minutes) {
        assertThat(ConnectorState.pause(failures, DAY)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void aStateSaysTheWorst() {
        assertThat(state(false, 9, NOW, RunOutcome.FAILED)).isEqualTo(ConnectorState.OFF);
        assertThat(state(true, 5, NOW, RunOutcome.FAILED)).isEqualTo(ConnectorState.FAILING);
        assertThat(state(true, 4, NOW, RunOutcome.FAILED)).isEqualTo(ConnectorState.RETRYING);
        assertThat(state(true, 0, NOW.minus(DAY.multipliedBy(2)), RunOutcome.SUCCEEDED))
                .isEqualTo(ConnectorState.WORKING);
        assertThat(state(true, 0, NOW.minus(DAY.multipliedBy(2)).minusSeconds(1), RunOutcome.SUCCEEDED))
                .isEqualTo(ConnectorState.STALE);
        assertThat(state(true, 0, NOW, RunOutcome.PARTLY)).isEqualTo(ConnectorState.PARTLY);
        assertThat(ConnectorState.of(true, 0, DAY, NOW, null, null, NOW)).isEqualTo(ConnectorState.NEW);
    }

    private static ConnectorState state(boolean enabled, int failures, Instant success, RunOutcome outcome) {
        return ConnectorState.of(enabled, failures, DAY, NOW.minus(DAY.multipliedBy(9)), success, outcome, NOW);
    }

    @Test
    void aSealedSecretOpensOnlyForItsConnectorAndItsKey(@TempDir Path folder) {
        var vault = new Vault(KEY, "");
        UUID connector = UUID.randomUUID();
        byte[] sealed = vault.seal(connector, "Wörd");
        assertThat(vault.open(connector, sealed)).isEqualTo("Wörd");
        assertThatThrownBy(() -> vault.open(UUID.randomUUID(), sealed)).hasMessageContaining("SECRET_UNREADABLE");
        assertThatThrownBy(() -> new Vault("", folder.toString()).open(connector, sealed))
                .hasMessageContaining("SECRET_UNREADABLE");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(connector, sealed)).hasMessageContaining("SECRET_UNREADABLE");
    }

    @Test
    void theSameSecretIsNeverSealedTheSameWay() {
        var vault = new Vault(KEY, "");
        Set<String> seen = new HashSet<>();
        UUID connector = UUID.randomUUID();
        for (int time = 0; time < 100; time++) {
            seen.add(java.util.HexFormat.of().formatHex(vault.seal(connector, "word"), 0, 12));
        }
        assertThat(seen).hasSize(100);
    }

    @Test
    void theKeyIsMadeInTheDataFolderForItsOwnerAlone(@TempDir Path folder) throws IOException {
        UUID connector = UUID.randomUUID();
        byte[] sealed = new Vault("", folder.toString()).seal(connector, "word");
        Path file = folder.resolve("secret.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new Vault("", folder.toString()).open(connector, sealed)).isEqualTo("word");
    }

    @Test
    void withoutKeyAndFolderThereIsOneClearProblem() {
        assertThatThrownBy(() -> new Vault("", "").seal(UUID.randomUUID(), "word"))
                .hasMessageContaining("NO_SECRET_KEY")
                .hasMessageContaining("CAIRN_SECRET_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MA==", "not base64 at all!"})
    void aKeyOfAnotherLengthIsRefusedWithoutTellingIt(String key) {
        assertThatThrownBy(() -> new Vault(key, ""))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("CAIRN_SECRET_KEY")
                .message()
                .doesNotContain(key);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "-0.5, -0.5",
        " 7 , 7",
        "1e3, 1E+3",
        "0.30000000000000004, 0.300000",
        "2.0000005, 2.000000",
        "2.0000015, 2.000002"
    })
    void numbersAreReadExactlyAndToSixDecimals(String text, String number) {
        assertThat(Readings.number(text, "total")).hasToString(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "twelve", "NaN", "+Inf", "1,5", "1 000", "12 %", "0x10", "1e999999999", "--1", "1.", "１２"})
    void whatIsNoNumberIsRefused(String text) {
        assertThatThrownBy(() -> Readings.number(text, "total")).hasMessageContaining("NOT_A_NUMBER");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-15, 2026-08-15",
        "2026-08, 2026-08-01",
        "2026-08-15 23:30:00, 2026-08-15",
        "2026-08-15T22:30:00Z, 2026-08-16",
        "2026-08-15 22:30:00+00, 2026-08-16",
        "2026-08-15 22:30:00.123+0000, 2026-08-16",
        "2026-08-15T23:30:00-05:00, 2026-08-16"
    })
    void momentsAreDaysOfTheOrganisationsZone(String text, String day) {
        assertThat(Readings.day(text, "day", ZoneId.of("Europe/Berlin"))).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2026-02-30",
                "15.08.2026",
                "08/15/2026",
                "2026-13",
                "1786060800",
                "2026-08-15T99:00:00Z"
            })
    void whatIsNoDayIsRefused(String text) {
        assertThatThrownBy(() -> Readings.day(text, "day", ZoneId.of("UTC"))).hasMessageContaining("NOT_A_DAY");
    }

    @ParameterizedTest
    @CsvSource({
        "db.internal, db.internal",
        "DB.Internal:5432, db.internal:5432",
        "[::1]:80, [0:0:0:0:0:0:0:1]:80",
        "::1, 0:0:0:0:0:0:0:1",
        "10.0.0.1:443, 10.0.0.1:443"
    })
    void allowedHostsHaveOneForm(String typed, String kept) {
        assertThat(AllowedHosts.read(typed)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/8", "*.internal", "db:0", "db:70000", "http://db", "127.1"})
    void whatIsNoHostIsNotAllowed(String typed) {
        assertThat(AllowedHosts.read(typed)).isEmpty();
    }
}
