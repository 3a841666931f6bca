package io.cairn.connector;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host as everybody writes it the same: lower case, international names as punycode, addresses in their one plain form.
 * What other programs read as an address in disguise (2130706433, 0x7f.1, 0177.0.0.1, 127.1) is no host.
 */
record HostName(String text) {
    private static final int LONGEST = 253;
    private static final Pattern LABELS =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");
    private static final String BYTE = "(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final Pattern DOTTED = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    static Optional<HostName> of(String typed) {
        String host = typed.strip();
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        return host.indexOf(':') >= 0 ? six(host) : name(host);
    }

    private static Optional<HostName> six(String literal) {
        try {
            return SIX.matcher(literal).matches()
                    ? Optional.of(new HostName(InetAddress.ofLiteral(literal).getHostAddress()))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<HostName> name(String typed) {
        String name;
        try {
            name = IDN.toASCII(typed).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        boolean disguised =
                ENDS_IN_NUMBER.matcher(name).matches() && !DOTTED.matcher(name).matches();
        boolean known = name.length() <= LONGEST && LABELS.matcher(name).matches();
        return known && !disguised ? Optional.of(new HostName(name)) : Optional.empty();
    }

    boolean isLocal() {
        return text.equals("localhost") || text.endsWith(".localhost");
    }

    /** As it stands before a port. */
    String bracketed() {
        return text.indexOf(':') >= 0 ? "[" + text + "]" : text;
    }

    @Override
    public String toString() {
        return text;
    }
}
