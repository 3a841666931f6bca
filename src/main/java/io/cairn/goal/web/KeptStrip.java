package io.cairn.goal.web;

import io.cairn.goal.HitRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A hit rate's window as a row of boxes: filled when kept, crossed when not, hollow without an answer. */
public record KeptStrip(int width, List<Box> parts, String label) {
    private static final int STEP = 16;

    /** One box; {@code look} is its class. */
    public record Box(int x, int width, String look, boolean crossed, int left, String title) {}

    static KeptStrip of(List<HitRate.Part> parts, LocalDate today) {
        int step = parts.size() <= 26 ? STEP : Math.max(3, 26 * STEP / parts.size());
        List<Box> boxes = new ArrayList<>();
        Map<HitRate.Part.State, Integer> counted = new EnumMap<>(HitRate.Part.State.class);
        for (HitRate.Part part : parts) {
            int x = boxes.size() * step;
            boolean crossed = part.state() == HitRate.Part.State.NOT_KEPT && step == STEP;
            boxes.add(new Box(
                    x,
                    Math.max(2, step - 3),
                    look(part.state()),
                    crossed,
                    x + 3,
                    "Until " + Days.shown(part.until(), today) + ": " + word(part.state())));
            counted.merge(part.state(), 1, Integer::sum);
        }
        String label = counted.entrySet().stream()
                .map(one -> one.getValue() + " " + word(one.getKey()))
                .collect(Collectors.joining(" · "));
        return new KeptStrip(Math.max(1, boxes.size() * step - 3), boxes, label);
    }

    private static String look(HitRate.Part.State state) {
        return switch (state) {
            case KEPT -> "kept";
            case NOT_KEPT -> "missed";
            case UNANSWERED -> "open";
            case TO_COME -> "ahead";
        };
    }

    private static String word(HitRate.Part.State state) {
        return switch (state) {
            case KEPT -> "kept";
            case NOT_KEPT -> "not kept";
            case UNANSWERED -> "without a check-in";
            case TO_COME -> "to come";
        };
    }
}
