package io.cairn.incentive.web;

import io.cairn.incentive.KeptCurve;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payout curves there are. */
public record CurvesPage(
        List<KeptCurve> curves,
        boolean keeper,
        boolean first,
        @Nullable String next) implements FullPage {
    @Override
    public String title() {
        return "Payout curves";
    }

    @Override
    public Section section() {
        return keeper ? Section.PAY : Section.NONE;
    }
}
