package io.cairn.goal;

import io.cairn.kernel.Comparator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terms in the making: starts with what is usual for the kind and changes a part at a time. */
public final class MeasureDraft {
    private final MeasureKind kind;
    private @Nullable Comparator comparator;
    private @Nullable BigDecimal baseline;
    private @Nullable BigDecimal target;
    private @Nullable BigDecimal low;
    private @Nullable BigDecimal high;
    private @Nullable BigDecimal floor;
    private @Nullable BigDecimal ceiling;
    private boolean openAbove;
    private MaintainMode mode = MaintainMode.HIT_RATE;
    private @Nullable Integer expectedCheckIns;
    private Counting counting = Counting.TOTAL;
    private Profile profile;
    private List<PlanPoint> planPoints = List.of();
    private List<Milestone> milestones = List.of();
    private List<Level> levels;
    private BigDecimal weight = BigDecimal.ONE;
    private @Nullable LocalDate dueOn;

    public MeasureDraft(MeasureKind kind) {
        this.kind = kind;
        this.comparator = kind.usualComparator();
        this.profile = kind.usualProfile();
        this.levels = kind == MeasureKind.RUBRIC ? Level.USUAL : List.of();
    }

    MeasureDraft(MeasureTerms terms) {
        this.kind = terms.kind();
        this.comparator = terms.comparator();
        this.baseline = terms.baseline();
        this.target = terms.target();
        this.low = terms.low();
        this.high = terms.high();
        this.floor = terms.floor();
        this.ceiling = terms.ceiling();
        this.openAbove = terms.openAbove();
        this.mode = terms.mode();
        this.expectedCheckIns = terms.expectedCheckIns();
        this.counting = terms.counting();
        this.profile = terms.profile();
        this.planPoints = terms.planPoints();
        this.milestones = terms.milestones();
        this.levels = terms.levels();
        this.weight = terms.weight();
        this.dueOn = terms.dueOn();
    }

    public MeasureTerms terms() {
        return new MeasureTerms(
                kind,
                comparator,
                baseline,
                target,
                low,
                high,
                floor,
                ceiling,
                openAbove,
                mode,
                expectedCheckIns,
                counting,
                profile,
                planPoints,
                milestones,
                levels,
                weight,
                dueOn);
    }

    public MeasureDraft way(@Nullable BigDecimal from, @Nullable Comparator newComparator, @Nullable BigDecimal to) {
        baseline = from;
        comparator = newComparator;
        target = to;
        return this;
    }

    /** The ends between which a range, or a value to be kept between two, is to stay. */
    public MeasureDraft band(@Nullable BigDecimal newLow, @Nullable BigDecimal newHigh) {
        comparator = Comparator.BETWEEN;
        low = newLow;
        high = newHigh;
        return this;
    }

    /** Where a range has no progress left; null is one range's width away. */
    public MeasureDraft limits(@Nullable BigDecimal newFloor, @Nullable BigDecimal newCeiling) {
        floor = newFloor;
        ceiling = newCeiling;
        return this;
    }

    /** Any value above the range is as good as one inside. */
    public MeasureDraft openAbove(boolean open) {
        openAbove = open;
        return this;
    }

    public MeasureDraft kept(MaintainMode newMode, @Nullable Integer newExpectedCheckIns) {
        mode = newMode;
        expectedCheckIns = newExpectedCheckIns;
        return this;
    }

    public MeasureDraft counting(Counting newCounting) {
        counting = newCounting;
        return this;
    }

    public MeasureDraft profile(Profile newProfile) {
        profile = newProfile;
        return this;
    }

    public MeasureDraft plan(List<PlanPoint> points) {
        profile = Profile.PLAN;
        planPoints = points;
        return this;
    }

    public MeasureDraft milestones(List<Milestone> newMilestones) {
        milestones = newMilestones;
        return this;
    }

    public MeasureDraft levels(List<Level> newLevels) {
        levels = newLevels;
        return this;
    }

    public MeasureDraft weight(BigDecimal newWeight) {
        weight = newWeight;
        return this;
    }

    public MeasureDraft dueOn(@Nullable LocalDate newDueOn) {
        dueOn = newDueOn;
        return this;
    }
}
