package io.cairn.organization.web;

import io.cairn.kernel.Role;
import io.cairn.organization.TeamBranch;
import io.cairn.organization.TeamKind;
import io.cairn.web.part.Option;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What several of this module's templates say alike. */
public final class Places {
    private static final String INDENT = "\u2003";

    private Places() {}

    /** Teams to choose from; one below another is moved to the right. */
    public static List<Option> options(List<TeamBranch> teams) {
        return teams.stream()
                .map(branch -> new Option(
                        branch.team().id().toString(),
                        INDENT.repeat(branch.depth()) + branch.team().name()))
                .toList();
    }

    public static List<Option> kinds() {
        return Arrays.stream(TeamKind.values())
                .filter(kind -> kind != TeamKind.COMPANY)
                .map(kind -> new Option(kind.name(), kind.label()))
                .toList();
    }

    public static String roles(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::label).collect(Collectors.joining(", "));
    }

    /** {@code "1 person"} or {@code "3 people"}. */
    public static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** An address with the parameters that have a value, in the order name, value, name, value. */
    static String address(String path, @Nullable Object... namesAndValues) {
        var query = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(namesAndValues[i])
                        .append('=')
                        .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
            }
        }
        return path + query;
    }
}
