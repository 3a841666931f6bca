package io.cairn.connector;

/** How the connection to a database is encrypted. */
public enum Tls {
    VERIFIED("Encrypted, certificate checked"),
    UNVERIFIED("Encrypted, certificate not checked"),
    OFF("Not encrypted");

    private final String label;

    Tls(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
