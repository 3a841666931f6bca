package io.cairn.incentive.web;

import io.cairn.incentive.BonusTargets.PersonTarget;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everybody with what they may earn today.
 *
 * @param page from 1
 */
public record BonusTargetsPage(
        List<PersonTarget> people, @Nullable String q, int page, boolean more) implements FullPage {

    public String onPage(int other) {
        var search = q == null ? "" : "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
        return "/bonus-targets?page=" + other + search;
    }

    @Override
    public String title() {
        return "Bonus targets";
    }

    @Override
    public Section section() {
        return Section.PAY;
    }
}
