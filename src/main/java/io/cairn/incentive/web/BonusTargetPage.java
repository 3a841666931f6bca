package io.cairn.incentive.web;

import io.cairn.incentive.BonusTarget;
import io.cairn.incentive.TargetBasis;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Problem;
import io.cairn.organization.OrganizationChoices;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One person's bonus targets: what held, holds and will hold.
 *
 * @param recorded as they were recorded, newest first
 * @param current null where none holds today
 * @param form null for who may not set one
 * @param own whether the viewer looks at their own
 */
public record BonusTargetPage(
        PersonRef person,
        List<BonusTarget> recorded,
        @Nullable String next,
        @Nullable BonusTarget current,
        @Nullable BonusTargetForm form,
        boolean keeper,
        boolean own,
        LocalDate today,
        ZoneId zone,
        List<Problem> problems)
        implements FullPage {

    /** Whether an entry holds today, will, did, or had its place taken. */
    public String standing(BonusTarget target) {
        if (target.superseded()) {
            return "replaced";
        }
        if (current != null && target.id().equals(current.id())) {
            return "holds now";
        }
        return target.effectiveFrom().isAfter(today) ? "to come" : "past";
    }

    public String recordedOn(BonusTarget target) {
        return Days.of(target.recordedAt(), zone);
    }

    public List<Option> currencies() {
        var chosen = form == null ? "" : Objects.requireNonNullElse(form.currency(), "");
        return OrganizationChoices.with(OrganizationChoices.currencies(), chosen);
    }

    public static List<Option> bases() {
        return Arrays.stream(TargetBasis.values())
                .map(basis -> new Option(basis.name(), basis.label()))
                .toList();
    }

    @Override
    public String title() {
        return person.name();
    }

    @Override
    public Section section() {
        return keeper ? Section.PAY : Section.NONE;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }
}
