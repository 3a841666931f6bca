package io.cairn.framework.kpi.web;

import io.cairn.framework.kpi.Dashboards;
import io.cairn.framework.kpi.Tile;
import io.cairn.framework.kpi.TileSize;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricQuality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The tiles of a dashboard in their order.
 *
 * @param hints what could be better about them together, in words
 */
public record Board(List<TileView> tiles, List<Hint> hints) {
    /** A soft rule that these tiles break. */
    public record Hint(String code, String words, String why) {}

    /** @param metrics those of the tiles that the viewer may see; the others leave no trace */
    static Board of(List<Tile> tiles, List<Metric> metrics, LocalDate today) {
        Map<UUID, Metric> byId = new HashMap<>();
        metrics.forEach(metric -> byId.put(metric.id(), metric));
        List<TileView> views = new ArrayList<>();
        for (Tile tile : tiles) {
            Metric metric = byId.get(tile.metricId());
            if (metric != null) {
                views.add(new TileView(metric, tile.size() == TileSize.WIDE, today));
            }
        }
        return new Board(List.copyOf(views), hints(metrics));
    }

    /** One that made itself, all tiles alike. */
    static Board of(List<Metric> metrics, LocalDate today) {
        return new Board(
                metrics.stream()
                        .map(metric -> new TileView(metric, false, today))
                        .toList(),
                List.of());
    }

    private static List<Hint> hints(List<Metric> metrics) {
        List<Hint> hints = new ArrayList<>();
        if (metrics.size() > Dashboards.CROWDED) {
            hints.add(hint(MetricQuality.Rule.KPI_CROWDED, metrics.size() + " KPIs on one dashboard"));
        }
        MetricQuality.together(metrics)
                .forEach(each -> hints.add(hint(each.rule(), each.rule().label())));
        long untargeted = metrics.stream().filter(MetricQuality::untargeted).count();
        if (untargeted > 0) {
            hints.add(hint(
                    MetricQuality.Rule.KPI_UNTARGETED,
                    untargeted == 1 ? "1 KPI has no target" : untargeted + " KPIs have no target"));
        }
        return List.copyOf(hints);
    }

    private static Hint hint(MetricQuality.Rule rule, String words) {
        return new Hint(rule.name(), words, rule.why());
    }

    public boolean isEmpty() {
        return tiles.isEmpty();
    }
}
