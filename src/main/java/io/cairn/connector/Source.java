package io.cairn.connector;

/** A connector's settings, found sound. */
sealed interface Source {

    /** Where a secret goes, all that decides who gets to read it; a secret never goes on to another place by itself. */
    String secretGoesTo();

    /** @param kind POSTGRESQL or MARIADB */
    record Sql(ConnectorKind kind, HostName host, int port, String database, String user, Tls tls, String query)
            implements Source {
        @Override
        public String secretGoesTo() {
            return String.join(" ", kind.name(), host.text(), String.valueOf(port), database, user, tls.name());
        }
    }

    /**
     * @param header empty without a secret
     * @param rows JSON pointer
     */
    record Http(Endpoint endpoint, String header, String rows) implements Source {
        @Override
        public String secretGoesTo() {
            return endpoint.origin() + endpoint.target() + " " + header;
        }
    }

    /** @param hours 0 for an instant query */
    record Prometheus(Endpoint base, String header, String query, int hours, int stepMinutes) implements Source {
        @Override
        public String secretGoesTo() {
            return base.origin() + base.target() + " " + header;
        }
    }
}
