package io.cairn.connector.web;

import io.cairn.connector.ConnectorKind;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;

/** The first step of setting up a connector: what it reads. */
public record ConnectorKindPage() implements FullPage {
    @Override
    public String title() {
        return "New connector";
    }

    @Override
    public Section section() {
        return Section.CONNECTORS;
    }

    public List<ConnectorKind> kinds() {
        return List.of(ConnectorKind.values());
    }

    public static String about(ConnectorKind kind) {
        return switch (kind) {
            case POSTGRESQL, MARIADB -> "A query in a database, read only.";
            case HTTP -> "An address that answers with JSON, and a pointer to the value in it.";
            case PROMETHEUS -> "A query of now or of a range of hours.";
        };
    }
}
