package io.cairn.connector;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells Cairn's own database from others, by its place before connecting and by the server itself afterwards. */
@Component
class OwnDatabase {
    /** The moment a server started, to the microsecond, and a database's number there: no other has both. */
    private static final String WHO = """
            select pg_postmaster_start_time()::text || ' ' || oid::text from pg_database where datname = current_database()
            """;

    private final List<String> hosts;
    private final List<String> ports;
    private final String database;
    private final JdbcClient db;

    OwnDatabase(@Value("${cairn.database.url}") String url, JdbcClient db) {
        Properties parts = org.postgresql.Driver.parseURL(url, new Properties());
        if (parts == null) {
            throw new IllegalStateException("Cairn's own database has no address that can be read");
        }
        this.hosts = List.of(parts.getProperty("PGHOST", "localhost").split(","));
        this.ports = List.of(parts.getProperty("PGPORT", "5432").split(","));
        this.database = parts.getProperty("PGDBNAME", "");
        this.db = db;
    }

    /** Whether this is its place: the same database and port, and a host that is the same machine. */
    boolean isAt(Destination destination, String named) {
        return named.equals(database)
                && ports.contains(String.valueOf(destination.port()))
                && hosts.stream().anyMatch(host -> isSameMachine(host, destination));
    }

    /** Whether the connection leads to it, through whatever tunnel or name. */
    boolean isBehind(Connection connection) {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(WHO)) {
            return answer.next()
                    && answer.getString(1)
                            .equals(db.sql(WHO).query(String.class).single());
        } catch (SQLException otherKind) {
            return undone(connection);
        }
    }

    /** A server that only speaks PostgreSQL's language may not know the question; the query goes on all the same. */
    private static boolean undone(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException broken) {
            throw ConnectorProblem.NOT_REACHED.at("source.host").exception();
        }
        return false;
    }

    private static boolean isSameMachine(String host, Destination destination) {
        if (host.equalsIgnoreCase(destination.host().text())) {
            return true;
        }
        List<InetAddress> own = addresses(host);
        boolean ownIsHere = own.stream().anyMatch(OwnDatabase::isHere);
        return destination.addresses().stream()
                .anyMatch(address -> own.contains(address) || ownIsHere && isHere(address));
    }

    private static List<InetAddress> addresses(String host) {
        try {
            return Arrays.asList(InetAddress.getAllByName(host.replaceAll("[\\[\\]]", "")));
        } catch (UnknownHostException gone) {
            return List.of();
        }
    }

    /** Loopback, any address, or an address of this machine. */
    private static boolean isHere(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || interfaces().anyMatch(address::equals);
    }

    private static Stream<InetAddress> interfaces() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(card -> Collections.list(card.getInetAddresses()).stream());
        } catch (SocketException unknown) {
            return Stream.empty();
        }
    }
}
