package io.cairn.web.part;

import java.util.List;
import java.util.stream.IntStream;

/** Confidence of the last seven check-ins as bars in a box of 44 by 22. */
public record Confidence(List<Bar> bars) {
    private static final int MOST = 7;
    private static final int FLOOR = 18;
    private static final double PER_POINT = 1.5;

    public record Bar(String x, String y, String height) {}

    /** Values 0..10, oldest first. */
    public static Confidence of(List<Integer> values) {
        List<Integer> latest = values.subList(Math.max(0, values.size() - MOST), values.size());
        return new Confidence(IntStream.range(0, latest.size())
                .mapToObj(place -> bar(place, latest.get(place)))
                .toList());
    }

    private static Bar bar(int place, int value) {
        double height = Math.max(1, value * PER_POINT);
        return new Bar(Frame.number(2 + place * 6), Frame.number(FLOOR - height), Frame.number(height));
    }
}
