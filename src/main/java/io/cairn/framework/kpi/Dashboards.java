package io.cairn.framework.kpi;

import io.cairn.access.Viewing;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.framework.FrameworkProblem;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Dashboards: their names, who sees them, which metrics they show in which order. */
@Component
@Transactional
public class Dashboards {
    /** Frameworks 2.2: more is too many to look at; a hint says so. */
    public static final int CROWDED = 15;

    private static final int MOST_TILES = 60;
    private static final int LONGEST_NAME = 200;

    private final DashboardReader reader;
    private final DashboardWriter writer;
    private final Journal journal;

    Dashboards(DashboardReader reader, DashboardWriter writer, Journal journal) {
        this.reader = reader;
        this.writer = writer;
        this.journal = journal;
    }

    /** Which dashboards are wanted; null means any. */
    public record Wanted(
            @Nullable String q,
            @Nullable Sharing audience,
            @Nullable UUID owner,
            @Nullable UUID team) {
        public static final Wanted ANY = new Wanted(null, null, null, null);
    }

    /** Those the viewer may see, in the order they were made. */
    @Transactional(readOnly = true)
    public Page<Dashboard> find(Wanted wanted, int limit, @Nullable UUID after) {
        return Page.of(
                reader.find(wanted, limit + 1, after),
                limit,
                dashboard -> dashboard.id().toString());
    }

    /** @throws ProblemException NOT_FOUND where the viewer may not see it */
    @Transactional(readOnly = true)
    public Dashboard get(UUID id) {
        return reader.one(id);
    }

    /** @throws ProblemException also FRAMEWORK_OFF where KPIs are not in use */
    public Dashboard create(Viewer viewer, DashboardContent content) {
        FrameworkProblem.refuseUnlessUsed(viewer, "kpi");
        String name = check(content, null);
        UUID id = Ids.next();
        writer.insert(id, viewer.id(), name, content);
        record("dashboard.created", id, "made the dashboard “" + name + "”", content);
        return reader.one(id);
    }

    /** @param change what its content becomes; hidden tiles keep their places */
    public Dashboard edit(UUID id, UnaryOperator<DashboardContent> change, int version) {
        writer.lock(id);
        Dashboard before = editable(id);
        if (before.version() != version) {
            throw GeneralProblem.STALE_VERSION.problem().with("current", before).exception();
        }
        return rename(id, change);
    }

    /** Changes its tiles as they are now, whoever else has changed them. */
    public Dashboard arrange(UUID id, UnaryOperator<List<Tile>> change) {
        return edit(id, "arranged", content -> content.showing(change.apply(content.tilesOrNone())));
    }

    /** Changes its name and who sees it; its tiles may have been arranged meanwhile, so no version is held against it. */
    public Dashboard rename(UUID id, UnaryOperator<DashboardContent> change) {
        return edit(id, "edited", change);
    }

    private Dashboard edit(UUID id, String done, UnaryOperator<DashboardContent> change) {
        writer.lock(id);
        Dashboard before = editable(id);
        DashboardContent content = change.apply(before.content());
        String name = check(content, before);
        writer.update(before, name, content);
        String verb = done.equals("arranged") ? done : "changed";
        record("dashboard." + done, id, verb + " the dashboard “" + name + "”", content);
        return reader.one(id);
    }

    public void delete(UUID id) {
        Dashboard before = editable(id);
        writer.delete(id);
        record("dashboard.deleted", id, "deleted the dashboard “" + before.name() + "”", before.content());
    }

    /** Makes it what the viewer begins with, or no longer. */
    public void begin(Viewer viewer, UUID id, boolean on) {
        Dashboard dashboard = reader.one(id);
        if (on || dashboard.start()) {
            writer.begin(viewer.id(), on ? id : null);
        }
    }

    private Dashboard editable(UUID id) {
        Dashboard dashboard = reader.one(id);
        if (!dashboard.mayEdit()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        return dashboard;
    }

    /** @param before a team it is shared with already stays, whoever edits */
    private String check(DashboardContent content, @Nullable Dashboard before) {
        Texts texts = new Texts();
        String name = texts.needed("name", content.name(), 1, LONGEST_NAME);
        List<UUID> metrics = content.tilesOrNone().stream()
                .filter(tile -> tile != null && tile.metricId() != null)
                .map(Tile::metricId)
                .toList();
        DashboardWriter.Found found = writer.find(content.teamId(), metrics);
        boolean team = content.audienceOrUsual() == Sharing.TEAM;
        if (before != null && takes(before, content)) {
            texts.add(GeneralProblem.INVALID
                    .saying("Only its owner may take back what is shared.")
                    .at("audience"));
        }
        if (team && content.teamId() == null) {
            texts.add(GeneralProblem.REQUIRED.at("teamId"));
        } else if (!team && content.teamId() != null) {
            texts.add(GeneralProblem.INVALID
                    .saying("A team is named only where the dashboard is shared with one.")
                    .at("teamId"));
        } else if (team) {
            boolean kept = before != null
                    && before.team() != null
                    && before.team().id().equals(content.teamId());
            if (!kept && !found.teamHeld()) {
                texts.add(GeneralProblem.INVALID
                        .saying("Share with a team that you belong to or lead.")
                        .at("teamId"));
            }
        }
        tiles(content.tilesOrNone(), found.metrics(), texts);
        texts.refuseIfAny();
        return name;
    }

    /** Whether somebody else would make it the owner's alone. */
    private static boolean takes(Dashboard before, DashboardContent content) {
        return before.audience() != Sharing.PRIVATE
                && content.audienceOrUsual() == Sharing.PRIVATE
                && !before.owner().id().equals(Viewing.personId());
    }

    private static void tiles(List<Tile> tiles, Set<UUID> seen, Texts texts) {
        if (tiles.size() > MOST_TILES) {
            texts.add(GeneralProblem.INVALID
                    .saying("A dashboard has at most " + MOST_TILES + " tiles.")
                    .at("tiles"));
            return;
        }
        Set<UUID> there = new HashSet<>();
        for (int i = 0; i < tiles.size(); i++) {
            String at = "tiles[" + i + "].metricId";
            Tile tile = tiles.get(i);
            if (tile == null || tile.metricId() == null) {
                texts.add(GeneralProblem.REQUIRED.at(at));
            } else if (!there.add(tile.metricId())) {
                texts.add(GeneralProblem.INVALID
                        .saying("A metric has one tile on a dashboard.")
                        .at(at));
            } else {
                texts.unknown(at, seen.contains(tile.metricId()));
            }
        }
    }

    /** Which tiles it has is not told: not everybody who reads the entry may know of every metric. */
    private void record(String action, UUID id, String summary, DashboardContent content) {
        journal.record(Entry.of(action, "dashboard", id, summary).seenBy(DashboardWriter.key(id, content)));
    }

    /** Moves a tile by so many places; it stops at either end. */
    public static UnaryOperator<List<Tile>> moved(UUID metric, int places) {
        return tiles -> {
            List<Tile> now = new ArrayList<>(tiles);
            int from = tiles.stream().map(Tile::metricId).toList().indexOf(metric);
            if (from >= 0) {
                Tile tile = now.remove(from);
                now.add(Math.clamp(from + (long) places, 0, now.size()), tile);
            }
            return now;
        };
    }

    /** Puts the tiles in this order; what it does not name follows in its old one. */
    public static UnaryOperator<List<Tile>> ordered(List<UUID> order) {
        return tiles -> {
            List<Tile> now = new ArrayList<>(tiles);
            now.sort(java.util.Comparator.comparingInt(tile -> {
                int place = order.indexOf(tile.metricId());
                return place < 0 ? order.size() : place;
            }));
            return now;
        };
    }

    /** Adds a metric at the end, once. */
    public static UnaryOperator<List<Tile>> with(UUID metric) {
        return tiles -> {
            List<Tile> now = new ArrayList<>(tiles);
            if (tiles.stream().noneMatch(tile -> metric.equals(tile.metricId()))) {
                now.add(new Tile(metric, TileSize.NORMAL));
            }
            return now;
        };
    }

    public static UnaryOperator<List<Tile>> without(UUID metric) {
        return tiles ->
                tiles.stream().filter(tile -> !metric.equals(tile.metricId())).toList();
    }

    public static UnaryOperator<List<Tile>> sized(UUID metric, TileSize size) {
        return tiles -> tiles.stream()
                .map(tile -> metric.equals(tile.metricId()) ? new Tile(metric, size) : tile)
                .toList();
    }
}
