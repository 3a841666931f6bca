package io.cairn.framework;

import java.util.List;

/**
 * A picture that tells frameworks apart.
 *
 * @param parts what each framework is in it
 */
public record Analogy(String title, List<Part> parts, String words) {

    /** @param framework its key */
    public record Part(String framework, String picture) {}

    /** Sources: S001 (gauges), S002 (vital signs, three questions), S004 (road trip). */
    public static List<Analogy> all() {
        return List.of(
                new Analogy(
                        "Gauges and navigation",
                        List.of(
                                new Part("kpi", "the gauges on the dashboard of a car"),
                                new Part("okr", "the navigation that leads somewhere new")),
                        "The gauges say whether everything runs as it should. Nobody sets out for a place by looking at them, and nobody drives far without them."),
                new Analogy(
                        "Vital signs",
                        List.of(
                                new Part("kpi", "pulse and temperature of the company"),
                                new Part("okr", "the treatment that makes a bad one better")),
                        "A vital sign is watched all the time; a treatment has a beginning, an end and a result to be measured by."),
                new Analogy(
                        "A road trip",
                        List.of(
                                new Part("okr", "the navigator who keeps the car on its way"),
                                new Part("kpi", "what tells how far one has come")),
                        "Mission and culture choose the destination. The navigator keeps to the road, and the signs along it show the progress."),
                new Analogy(
                        "Three questions",
                        List.of(
                                new Part("okr", "Where do we want to go, and how will we know?"),
                                new Part("mbo", "What do I have to achieve this quarter?"),
                                new Part("kpi", "How well are we doing?")),
                        "Asked together they need not compete: each has an answer of its own."));
    }
}
