package io.cairn.framework.smart;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cairn.framework.Visibility;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalSmart;
import io.cairn.goal.GoalStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The worksheet of a SMART goal: the goal, the answer to each letter and how it came out, and what comes next. Source: frameworks
 * 2.4, template "SMART Goal Worksheet".
 *
 * @param id the goal's
 * @param measureName what is counted; empty where nothing is measured yet
 * @param steps by name, where it is measured by steps
 * @param status the goal's state
 * @param smart the result for each letter
 */
public record SmartSheet(
        UUID id,
        String title,
        String specific,
        String measurable,
        String achievable,
        String relevant,
        String timeBound,
        Goal.Owner owner,
        Visibility audience,
        @Nullable UUID cycleId,
        String measureName,
        String unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable BigDecimal current,
        List<String> steps,
        @Nullable LocalDate dueOn,
        String obstacles,
        String firstStep,
        @Nullable LocalDate reviewOn,
        GoalStatus status,
        int version,
        GoalSmart smart,
        @JsonIgnore Goal goal) {}
