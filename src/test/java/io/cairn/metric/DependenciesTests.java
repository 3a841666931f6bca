package io.cairn.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DependenciesTests {
    private static final UUID A = metric(1);
    private static final UUID B = metric(2);
    private static final UUID C = metric(3);

    @Test
    void aMetricNeverDependsOnItself() {
        var others = Map.of(B, Set.of(C));
        assertThat(Dependencies.cycle(A, Set.of(A), others)).isTrue();
        assertThat(Dependencies.cycle(A, Set.of(B), others)).isFalse();
        assertThat(Dependencies.cycle(C, Set.of(A, B), others)).isTrue();
        assertThat(Dependencies.cycle(C, Set.of(A), Map.of(A, Set.of(B), B, Set.of(A))))
                .isFalse();
    }

    @Test
    void inputsComeFirst() {
        assertThat(Dependencies.inOrder(Map.of(A, Set.of(B, metric(9)), B, Set.of(C), C, Set.of())))
                .containsExactly(C, B, A);
        assertThat(Dependencies.inOrder(Map.of(A, Set.of(B), B, Set.of(A), C, Set.of(metric(9)))))
                .containsExactly(C);
    }

    @Property
    void whatStandsInOrderHasNoCycle(@ForAll("graphs") Map<UUID, Set<UUID>> computed) {
        var order = Dependencies.inOrder(computed);
        assertThat(order).doesNotHaveDuplicates();
        computed.forEach((metric, inputs) -> {
            if (Dependencies.cycle(metric, inputs, computed)) {
                assertThat(order).doesNotContain(metric);
            }
            inputs.stream()
                    .filter(input -> order.contains(metric) && computed.containsKey(input))
                    .forEach(input -> assertThat(order.indexOf(input)).isBetween(0, order.indexOf(metric) - 1));
        });
        if (computed.entrySet().stream()
                .noneMatch(entry -> Dependencies.cycle(entry.getKey(), entry.getValue(), computed))) {
            assertThat(order).hasSameSizeAs(computed.keySet());
        }
    }

    @Provide
    Arbitrary<Map<UUID, Set<UUID>>> graphs() {
        var metrics = Arbitraries.integers().between(1, 7).map(DependenciesTests::metric);
        return Arbitraries.maps(metrics, metrics.set().ofMaxSize(2)).ofMaxSize(6);
    }

    private static UUID metric(int number) {
        return new UUID(0, number);
    }
}
