package io.cairn.setup;

import io.cairn.access.Viewing;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Viewer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people did and when; told in any order, lived in the order of time, each as the person who did it. */
final class DemoHistory {
    private final List<Deed> deeds = new ArrayList<>();

    private record Deed(LocalDateTime at, Viewer who, Consumer<Viewer> what) {}

    void add(LocalDateTime at, Viewer who, Consumer<Viewer> what) {
        deeds.add(new Deed(at, who, what));
    }

    /** Moves the clock along. All of it is one transaction, which is entered anew for each person. */
    void live(DomainClock clock, JdbcClient db) {
        deeds.stream().sorted(Comparator.comparing(Deed::at)).forEach(deed -> {
            clock.moveTo(deed.at().atZone(clock.getZone()).toInstant());
            try (var scope = Viewing.begin(deed.who())) {
                enter(db, deed.who());
                deed.what().accept(deed.who());
            }
        });
    }

    private static void enter(JdbcClient db, Viewer viewer) {
        db.sql("select access.enter(:person)::text")
                .param("person", viewer.id())
                .query(String.class)
                .list();
    }
}
