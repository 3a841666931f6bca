package io.cairn.database;

import java.nio.file.Path;

/** A small program that keeps an embedded PostgreSQL until it is killed. */
final class Keeper {
    private Keeper() {}

    public static void main(String[] arguments) throws Exception {
        var postgres = EmbeddedPostgres.start(DataFolder.hold(Path.of(arguments[0])));
        postgres.whenItEndsByItself(() -> Runtime.getRuntime().halt(3));
        try (var connection = postgres.owner().connect()) {
            connection.createStatement().execute("create table if not exists kept (number int)");
            connection.createStatement().execute("insert into kept values (7)");
        }
        System.out.println("kept");
        Thread.sleep(Long.MAX_VALUE);
    }
}
