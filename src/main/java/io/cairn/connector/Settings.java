package io.cairn.connector;

import org.jspecify.annotations.Nullable;

/**
 * Where a connector reads and what it asks. A database needs host, database, user and query; JSON needs an address;
 * Prometheus an address and a query.
 *
 * @param port the kind's usual one without it
 * @param tls VERIFIED without it
 * @param headerName the header that carries the secret, such as {@code Authorization}
 * @param rows JSON pointer to the array of rows, or to the one row; the whole answer without it
 * @param hours for Prometheus: how many hours back a range goes; an instant query without it
 * @param stepMinutes between two points of that range; 60 without it
 */
public record Settings(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String database,
        @Nullable String user,
        @Nullable Tls tls,
        @Nullable String url,
        @Nullable String headerName,
        @Nullable String query,
        @Nullable String rows,
        @Nullable Integer hours,
        @Nullable Integer stepMinutes) {}
