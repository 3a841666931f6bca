package io.cairn.connector;

import io.cairn.kernel.Needed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connector as it is written.
 *
 * @param secret the password, or the header's value; it is kept encrypted and never read back. Left out of a change, it
 *     stays; null removes it
 * @param everyMinutes from 5 minutes to a week (10080); a day (1440) without it
 * @param enabled whether it runs by itself; it does without this
 */
public record ConnectorContent(
        @Needed @Nullable String name,
        @Needed @Nullable ConnectorKind kind,
        @Needed @Nullable Settings source,
        @Nullable String secret,
        @Nullable List<Feed> feeds,
        @Nullable Integer everyMinutes,
        @Nullable Boolean enabled) {

    @Override
    public String toString() {
        return "ConnectorContent[" + name + ", " + kind + "]";
    }
}
