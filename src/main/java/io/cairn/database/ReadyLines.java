package io.cairn.database;

import java.util.List;

/** What a module wants to say on the console once Cairn is ready: accounts to try, a set-up code. */
@FunctionalInterface
public interface ReadyLines {
    List<String> lines();
}
