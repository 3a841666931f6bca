package io.cairn.incentive.web;

import io.cairn.incentive.Pool;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pools that the viewer may see, newest first.
 *
 * @param keeper whether the viewer makes pools; others see those they give out
 */
public record PoolsPage(
        List<Pool> pools, boolean keeper, @Nullable String nextUrl) implements FullPage {

    public static String period(Pool pool) {
        return Days.of(pool.periodStart()) + " – " + Days.of(pool.periodEnd());
    }

    @Override
    public String title() {
        return "Bonus pools";
    }

    @Override
    public Section section() {
        return keeper ? Section.PAY : Section.NONE;
    }
}
