package io.cairn.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where a database is (JDBC url) and who signs in to it. */
public record DatabaseLogin(String url, String user, String password) {
    private static final String LOGIN_SECONDS = "10";

    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", LOGIN_SECONDS);
        return DriverManager.getConnection(url, properties);
    }

    /** One sentence for what kept this login from working. */
    public StartRefused unreachable(SQLException e) {
        return Unreachable.sentence(this, e);
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
