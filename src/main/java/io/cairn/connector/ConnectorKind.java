package io.cairn.connector;

/** What a connector reads. */
public enum ConnectorKind {
    POSTGRESQL("PostgreSQL"),
    MARIADB("MariaDB"),
    HTTP("JSON over HTTP"),
    PROMETHEUS("Prometheus");

    private final String label;

    ConnectorKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isDatabase() {
        return this == POSTGRESQL || this == MARIADB;
    }
}
