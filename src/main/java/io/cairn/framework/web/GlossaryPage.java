package io.cairn.framework.web;

import io.cairn.framework.Frameworks;
import io.cairn.framework.Glossary;
import io.cairn.framework.Portrait;
import io.cairn.framework.Portraits;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all the words mean, shared ones first, then each framework's. */
public record GlossaryPage(Frameworks frameworks) implements FullPage {

    /** @param framework empty for the words that all share */
    public record Part(String framework, String title, boolean inCairn, List<Glossary.Entry> words) {}

    @Override
    public String title() {
        return "Glossary";
    }

    @Override
    public Section section() {
        return Section.FRAMEWORKS;
    }

    /** Where its pages are; null for words that all share and for what Cairn does not run. */
    public static @Nullable String place(Part part) {
        return switch (part.framework()) {
            case "okr" -> "/objectives";
            case "kpi" -> "/kpis";
            case "mbo" -> "/plans";
            case "smart" -> "/smart";
            case "hybrid" -> "/hybrid";
            default -> null;
        };
    }

    public List<Part> parts() {
        return Stream.concat(
                        Stream.of(new Part("", "Everywhere", true, Glossary.of(Glossary.SHARED))),
                        Portraits.all().stream().map(this::part))
                .filter(part -> !part.words().isEmpty())
                .toList();
    }

    private Part part(Portrait portrait) {
        return new Part(
                portrait.key(),
                portrait.name(),
                frameworks.find(portrait.key()).isPresent(),
                Glossary.of(portrait.key()));
    }
}
