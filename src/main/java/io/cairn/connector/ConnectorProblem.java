package io.cairn.connector;

import io.cairn.kernel.Problem;

/** What can go wrong with connectors: what is typed, what their source answers, and the rows that come. */
public enum ConnectorProblem implements Problem.Kind {
    INVALID_HOST(422, "Write a host's name or its address, such as data.example.com or 203.0.113.7."),
    INVALID_ADDRESS(422, "Write an address that begins with https:// or http://, without a name, password or # in it."),
    INVALID_HEADER(422, "This header cannot be set."),
    ONE_QUERY(422, "Write one query that begins with select, with, values or table, without a semicolon."),
    INVALID_POINTER(422, "A JSON pointer is empty or begins with a slash, such as /data/0/value."),
    FEED_REQUIRED(422, "Say which metric this feeds."),
    SAME_FEED(422, "This metric is fed twice."),
    VALUE_REQUIRED(422, "Name where the value is, or numerator and denominator."),
    NO_SUCH_METRIC(422, "There is no such metric that you may see."),
    KIND_FIXED(422, "A connector's kind stays; make another one."),
    SECRET_AGAIN(422, "The secret goes to another place than before, so type it again."),
    NO_SECRET_KEY(
            409,
            "Secrets cannot be kept here: set CAIRN_SECRET_KEY to 32 random bytes in base64, the same on every node, and start Cairn again."),
    SECRET_UNREADABLE(422, "The stored secret was sealed with another key; type it again."),
    ALREADY_RUNNING(409, "This connector is running just now."),
    OWNER_GONE(422, "Whoever set this up has left; somebody who may enter these metrics sets up a new one."),
    HOST_UNKNOWN(422, "No such host is known."),
    HOST_NOT_ALLOWED(
            422,
            "This host lies in a private network; an administrator can allow it under Administration, Allowed hosts."),
    OWN_DATABASE(422, "This is Cairn's own database, which no connector reads."),
    NOT_REACHED(422, "Nothing answered there."),
    TIMED_OUT(422, "It took longer than allowed and was cut off."),
    TOO_LARGE(422, "The answer is larger than 5 MB and was cut off."),
    TOO_MANY_ROWS(422, "The answer has more than 1,000 rows; ask for fewer."),
    SIGN_IN_REFUSED(422, "The source refused the user or the secret."),
    TLS_FAILED(
            422,
            "No encrypted connection came about: the source’s certificate is not trusted here or names another host, or it "
                    + "does not encrypt."),
    QUERY_FAILED(422, "The source refused the query."),
    WRONG_STATUS(422, "The source answered with an error."),
    REDIRECTED(422, "The source sends on to another address; give that address itself."),
    NOT_JSON(422, "The answer is not JSON."),
    POINTER_MISSING(422, "Nothing is there in the answer."),
    NO_ROWS(422, "The answer has no rows."),
    NO_COLUMN(422, "The answer has no such column."),
    NO_VALUE(422, "There is no value."),
    NOT_A_NUMBER(422, "This is not a number."),
    NOT_A_DAY(422, "This is not a day such as 2026-08-15."),
    ONE_ROW(422, "Without a column for the period, only one row is expected."),
    HOST_LISTED(409, "This host is allowed already.");

    private final int status;
    private final String message;

    ConnectorProblem(int status, String message) {
        this.status = status;
        this.message = message;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
