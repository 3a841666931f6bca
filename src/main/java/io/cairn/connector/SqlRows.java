package io.cairn.connector;

import io.cairn.kernel.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.postgresql.ds.PGSimpleDataSource;

/** Runs a query in a database of somebody else's: read-only, over the wire given, for so long. */
final class SqlRows {
    private static final int FETCH = 100;
    /** What a MariaDB server could otherwise ask of us: to go elsewhere, to send files, to take several statements. */
    private static final List<String> NOT_ALLOWED = List.of(
            "permitRedirect",
            "allowLocalInfile",
            "allowMultiQueries",
            "allowPublicKeyRetrieval",
            "createDatabaseIfNotExist",
            "useReadAheadInput");

    private static final Pattern ENCRYPTING = Pattern.compile("ssl|tls|certificate|certpath", Pattern.CASE_INSENSITIVE);

    private final Source.Sql source;
    private final Wire wire;
    private final Duration connect;
    private final Duration statement;

    SqlRows(Source.Sql source, Wire wire, Duration connect, Duration statement) {
        this.source = source;
        this.wire = wire;
        this.connect = connect;
        this.statement = statement;
    }

    /** @param own whether the open connection leads to Cairn's own database */
    Rows read(@Nullable String password, Predicate<Connection> own) throws Exception {
        try (Connection connection = open(password == null ? "" : password)) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            if (own.test(connection)) {
                throw ConnectorProblem.OWN_DATABASE.at("source.database").exception();
            }
            try (Statement query = connection.createStatement()) {
                if (source.kind() == ConnectorKind.MARIADB) {
                    query.execute("start transaction read only");
                }
                return rows(query);
            }
        } catch (SQLException refused) {
            throw problem(refused).exception();
        }
    }

    private Rows rows(Statement query) throws SQLException {
        query.setEscapeProcessing(false);
        query.setQueryTimeout((int) statement.toSeconds());
        query.setMaxRows(Rows.MOST + 1);
        query.setFetchSize(FETCH);
        try (ResultSet result = query.executeQuery(source.query())) {
            List<String> columns = columns(result.getMetaData());
            List<Map<String, @Nullable String>> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result, columns));
            }
            if (rows.size() > Rows.MOST) {
                throw ConnectorProblem.TOO_MANY_ROWS.at("source.query").exception();
            }
            return new Rows(columns, rows);
        }
    }

    private static List<String> columns(ResultSetMetaData about) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= about.getColumnCount(); column++) {
            columns.add(about.getColumnLabel(column));
        }
        return columns;
    }

    private static Map<String, @Nullable String> row(ResultSet result, List<String> columns) throws SQLException {
        Map<String, @Nullable String> cells = new LinkedHashMap<>();
        for (int column = 1; column <= columns.size(); column++) {
            cells.putIfAbsent(columns.get(column - 1), Rows.cell(result.getString(column)));
        }
        return cells;
    }

    private Connection open(String password) throws Exception {
        Callable<Connection> connecting =
                source.kind() == ConnectorKind.POSTGRESQL ? () -> postgres(password) : () -> mariadb(password);
        return PinnedSockets.over(wire, connecting);
    }

    /** Every setting that a user's file or the environment could bring is set here. */
    private Connection postgres(String password) throws SQLException {
        var database = new PGSimpleDataSource();
        database.setServerNames(new String[] {source.host().bracketed()});
        database.setPortNumbers(new int[] {source.port()});
        database.setDatabaseName(source.database());
        database.setUser(source.user());
        database.setPassword(password);
        database.setApplicationName("cairn connector");
        database.setConnectTimeout((int) connect.toSeconds());
        database.setSocketTimeout((int) statement.plus(connect).toSeconds());
        database.setProperty("socketFactory", PinnedSockets.class.getName());
        database.setProperty("gssEncMode", "disable");
        database.setProperty("jaasLogin", "false");
        database.setProperty("maxResultBuffer", "5M");
        database.setProperty("logServerErrorDetail", "false");
        database.setProperty(
                "options", "-c default_transaction_read_only=on -c statement_timeout=" + statement.toMillis());
        database.setSslMode(
                switch (source.tls()) {
                    case VERIFIED -> "verify-full";
                    case UNVERIFIED -> "require";
                    case OFF -> "disable";
                });
        if (source.tls() == Tls.VERIFIED) {
            database.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        return database.getConnection();
    }

    /** The address holds a checked host and a number only; all that was typed besides goes in as properties. */
    private Connection mariadb(String password) throws SQLException {
        var settings = new Properties();
        settings.setProperty("database", source.database());
        settings.setProperty("user", source.user());
        settings.setProperty("password", password);
        settings.setProperty("socketFactory", PinnedSockets.class.getName());
        settings.setProperty("connectTimeout", String.valueOf(connect.toMillis()));
        settings.setProperty(
                "socketTimeout", String.valueOf(statement.plus(connect).toMillis()));
        settings.setProperty(
                "sslMode",
                switch (source.tls()) {
                    case VERIFIED -> "verify-full";
                    case UNVERIFIED -> "trust";
                    case OFF -> "disable";
                });
        for (String off : NOT_ALLOWED) {
            settings.setProperty(off, "false");
        }
        String address = "jdbc:mariadb://" + source.host().bracketed() + ":" + source.port() + "/";
        return org.mariadb.jdbc.Driver.connect(Configuration.parse(address, settings));
    }

    /** The server's own words are told about the query only; what concerns the connection could quote the login. */
    private Problem problem(SQLException refused) {
        if (wire.isUsedUp() || causes(refused).contains("maxResultBuffer")) {
            return ConnectorProblem.TOO_LARGE.at("source.query");
        }
        String state = refused.getSQLState() == null ? "" : refused.getSQLState();
        String all = causes(refused);
        if (state.startsWith("28") || state.startsWith("3D") || refused.getErrorCode() == 1045) {
            return ConnectorProblem.SIGN_IN_REFUSED.at("source.user");
        }
        if (state.equals("57014") || all.contains("max_statement_time") || all.contains("SocketTimeout")) {
            return ConnectorProblem.TIMED_OUT
                    .saying("The query took longer than " + statement.toSeconds() + " seconds and was cut off.")
                    .at("source.query");
        }
        if (state.isEmpty() || state.startsWith("08")) {
            return ENCRYPTING.matcher(all).find()
                    ? ConnectorProblem.TLS_FAILED.at("source.tls")
                    : ConnectorProblem.NOT_REACHED.at("source.host");
        }
        return ConnectorProblem.QUERY_FAILED
                .saying("The source refused the query: " + firstLine(refused))
                .at("source.query");
    }

    private static String causes(Throwable refused) {
        var all = new StringBuilder();
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            all.append(cause.getClass().getSimpleName())
                    .append(' ')
                    .append(cause.getMessage())
                    .append('\n');
        }
        return all.toString();
    }

    private static String firstLine(SQLException refused) {
        String message = refused.getMessage() == null ? "no reason given" : refused.getMessage();
        String line =
                message.strip().lines().findFirst().orElse("no reason given").replaceFirst("^\\(conn=\\d+\\) ", "");
        return line.length() <= 300 ? line : line.substring(0, 299) + "…";
    }
}
