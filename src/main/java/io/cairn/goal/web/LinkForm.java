package io.cairn.goal.web;

import io.cairn.goal.Goal;
import io.cairn.goal.LinkContent;
import io.cairn.goal.LinkKind;
import io.cairn.kernel.TypedNumber;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was typed of a link. */
public record LinkForm(
        @Nullable LinkKind kind,
        @Nullable String share,
        @Nullable String weight,
        @Nullable Boolean rollup,
        @Nullable UUID measureId) {

    static LinkForm of(Goal.@Nullable Linked link) {
        return link == null
                ? new LinkForm(LinkKind.CONTRIBUTES, "1", "1", false, null)
                : new LinkForm(
                        link.kind(),
                        link.share().toPlainString(),
                        link.weight().toPlainString(),
                        link.rollup(),
                        link.measureId());
    }

    LinkContent content() {
        return new LinkContent(kind, number(share, "share"), number(weight, "weight"), rollup, measureId);
    }

    private static @Nullable BigDecimal number(@Nullable String typed, String field) {
        return typed == null || typed.isBlank()
                ? null
                : TypedNumber.parse(typed, "").orThrow(field);
    }
}
