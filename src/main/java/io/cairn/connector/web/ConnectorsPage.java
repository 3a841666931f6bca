package io.cairn.connector.web;

import io.cairn.connector.Connector;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connectors one may see.
 *
 * @param everybodys whether these are not only one's own
 */
public record ConnectorsPage(
        List<Connector> connectors,
        boolean everybodys,
        @Nullable String nextUrl,
        ZoneId zone) implements FullPage {
    @Override
    public String title() {
        return "Connectors";
    }

    @Override
    public Section section() {
        return Section.CONNECTORS;
    }

    public String last(Connector connector) {
        return connector.lastRunAt() == null ? "not yet" : Moments.of(connector.lastRunAt(), zone);
    }

    public String next(Connector connector) {
        return connector.nextRunAt() == null ? "not by itself" : Moments.of(connector.nextRunAt(), zone);
    }
}
