package io.cairn.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.agreement.TermsDiff.Difference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TermsDiffTests {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static String shown(Difference one) {
        return "%s %s (%s): %s → %s"
                .formatted(
                        one.kind(),
                        one.path(),
                        one.label(),
                        one.before() == null ? "–" : one.before().asString(),
                        one.after() == null ? "–" : one.after().asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1} | {\"a\": 1} | ``",
                "{\"a\": 1.50} | {\"a\": 1.5} | ``",
                "{\"a\": 1} | {\"a\": \"1\"} | CHANGED /a (A): 1 → 1",
                "{\"planCap\": 2} | {\"planCap\": 1.8} | CHANGED /planCap (Plan cap): 2 → 1.8",
                "{} | {\"a\": 1} | ADDED /a (A): – → 1",
                "{\"a\": null} | {\"a\": 1} | ADDED /a (A): – → 1",
                "{\"a\": null} | {} | ``",
                "{\"a\": 1} | {\"a\": null} | REMOVED /a (A): 1 → –",
                "{\"a\": {\"b\": 1}} | {\"a\": {\"b\": 2}} | CHANGED /a/b (A · b): 1 → 2",
                "{\"a\": true} | {\"a\": {\"b\": 2}} | REMOVED /a (A): true → –; ADDED /a/b (A · b): – → 2",
                "{\"p\": [1, 2]} | {\"p\": [1, 3]} | CHANGED /p/[1] (P 2): 2 → 3",
                "{\"p\": [{\"f\": 1}]} | {\"p\": [{\"f\": 1}, {\"f\": 2}]} | ADDED /p/[1]/f (P 2 · f): – → 2",
                "{\"o\": [{\"id\": 1, \"t\": 5}, {\"id\": 2, \"t\": 6}]} | {\"o\": [{\"id\": 2, \"t\": 6}, {\"id\": 1, \"t\": 5}]} | ``",
                "{\"o\": [{\"id\": 1, \"name\": \"Sell\", \"t\": 5}]} | {\"o\": [{\"id\": 1, \"name\": \"Sell\", \"t\": 6}]} | CHANGED /o/[id=1]/t (Sell · t): 5 → 6",
                "{\"o\": [{\"id\": 1, \"name\": \"Sell\"}]} | {\"o\": [{\"id\": 1, \"name\": \"Grow\"}]} | CHANGED /o/[id=1]/name (Grow · name): Sell → Grow",
                "{\"o\": [{\"id\": 1}, {\"id\": 2}]} | {\"o\": [{\"id\": 2}]} | REMOVED /o/[id=1]/id (O 1 · id): 1 → –",
                "{\"o\": [{\"id\": 1, \"t\": 5}, {\"id\": 1, \"t\": 6}]} | {\"o\": [{\"id\": 1, \"t\": 5}, {\"id\": 1, \"t\": 7}]} | CHANGED /o/[1]/t (O 2 · t): 6 → 7",
                "{\"a/b\": 1, \"a\": {\"b\": 2}} | {\"a/b\": 2, \"a\": {\"b\": 2}} | CHANGED /a~1b (A/b): 1 → 2",
            })
    void eachValueThatDiffersIsListed(String before, String after, String expected) {
        String found = TermsDiff.between(JSON.readTree(before), JSON.readTree(after)).stream()
                .map(TermsDiffTests::shown)
                .collect(Collectors.joining("; "));
        assertThat(found).isEqualTo(expected);
    }

    /** Objectives by id, each with a few values; as people change them between rounds. */
    @Provide
    Arbitrary<Map<Integer, Map<String, Integer>>> terms() {
        Arbitrary<Map<String, Integer>> item = Arbitraries.maps(
                        Arbitraries.of("weight", "target", "baseline", "maximum"),
                        Arbitraries.integers().between(-3, 3))
                .ofMaxSize(4);
        return Arbitraries.maps(Arbitraries.integers().between(1, 5), item).ofMaxSize(5);
    }

    @Property
    void aDocumentDiffersFromItselfInNothing(@ForAll("terms") Map<Integer, Map<String, Integer>> terms) {
        assertThat(TermsDiff.between(document(terms, false), document(terms, true)))
                .isEmpty();
    }

    @Property
    void exactlyTheLeavesThatDifferAreListed(
            @ForAll("terms") Map<Integer, Map<String, Integer>> before,
            @ForAll("terms") Map<Integer, Map<String, Integer>> after) {
        Map<String, Integer> was = leaves(before);
        Map<String, Integer> is = leaves(after);
        Map<String, Integer> applied = new LinkedHashMap<>(was);
        List<Difference> differences = TermsDiff.between(document(before, false), document(after, true));
        for (Difference one : differences) {
            Integer old = one.before() == null ? null : one.before().intValue();
            assertThat(was.get(one.path())).isEqualTo(old);
            JsonNode now = one.after();
            assertThat(now == null ? null : now.intValue()).isNotEqualTo(old);
            if (now == null) {
                applied.remove(one.path());
            } else {
                applied.put(one.path(), now.intValue());
            }
        }
        assertThat(applied).isEqualTo(is);
        assertThat(differences).extracting(Difference::path).doesNotHaveDuplicates();
    }

    private static Map<String, Integer> leaves(Map<Integer, Map<String, Integer>> terms) {
        Map<String, Integer> leaves = new LinkedHashMap<>();
        terms.forEach((id, item) -> {
            leaves.put("/objectives/[id=" + id + "]/id", id);
            item.forEach((key, value) -> leaves.put("/objectives/[id=" + id + "]/" + key, value));
        });
        return leaves;
    }

    private static JsonNode document(Map<Integer, Map<String, Integer>> terms, boolean reversed) {
        var items = terms.entrySet().stream()
                .map(one -> {
                    Map<String, Integer> item = new LinkedHashMap<>(Map.of("id", one.getKey()));
                    item.putAll(one.getValue());
                    return item;
                })
                .toList();
        return JSON.valueToTree(Map.of("objectives", reversed ? items.reversed() : items));
    }
}
