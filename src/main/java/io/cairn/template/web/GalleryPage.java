package io.cairn.template.web;

import io.cairn.template.TemplateForm;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * All templates: those of the seeds in their order, those that come with a framework that is not here yet among them, then the
 * others.
 */
public record GalleryPage(List<Card> cards) implements FullPage {
    /** Source: frameworks 2.15. */
    private static final List<Card> SEEDS = List.of(
            coming("okr-planning-sheet", "OKR planning sheet", "OKR", "Objectives and key results of a cycle."),
            coming("kpi-dashboard", "KPI dashboard", "KPI", "Vital signs of a year, with their targets."),
            coming("mbo-tracker", "MBO tracker", "MBO", "What one person is accountable for, by weight."),
            coming("smart-worksheet", "SMART worksheet", "SMART", "One goal, letter by letter."),
            coming(
                    "balanced-scorecard",
                    "Balanced Scorecard",
                    "Balanced Scorecard",
                    "Measures of four perspectives and how they cause each other."),
            coming("v2mom-planner", "V2MOM planner", "V2MOM", "Vision, values, methods, obstacles and measures."),
            coming("4dx-tracker", "4DX tracker", "4DX", "A wildly important goal, its lead measures week by week."),
            coming(
                    "north-star-canvas",
                    "North Star discovery canvas",
                    "North Star Metric",
                    "Which one number says that customers get what they came for."),
            coming("eos-vto", "EOS Vision/Traction Organizer", "EOS", "Where the company goes, on two pages."));

    /**
     * A template on offer, or one that is not here yet.
     *
     * @param here whether it can be had
     */
    public record Card(String key, String title, String framework, String purpose, boolean here) {
        public String href() {
            return "/templates/" + key;
        }
    }

    private static Card coming(String key, String title, String framework, String purpose) {
        return new Card(key, title, framework, purpose, false);
    }

    /** @param used whether the organisation uses the framework of this key */
    static GalleryPage of(List<TemplateForm> forms, Predicate<String> used, UnaryOperator<String> framework) {
        Map<String, Card> there = new TreeMap<>();
        for (TemplateForm form : forms) {
            there.put(
                    form.key(),
                    new Card(form.key(), form.title(), framework.apply(form.framework()), form.purpose(), true));
        }
        List<Card> cards = new ArrayList<>();
        for (Card seed : SEEDS) {
            Card found = there.remove(seed.key());
            cards.add(found == null ? seed : found);
        }
        cards.addAll(there.values());
        forms.stream()
                .filter(form -> !used.test(form.framework()))
                .forEach(form -> cards.removeIf(card -> card.key().equals(form.key())));
        return new GalleryPage(cards);
    }

    @Override
    public String title() {
        return "Templates";
    }

    @Override
    public Section section() {
        return Section.TEMPLATES;
    }

    public List<Card> here() {
        return cards.stream().filter(Card::here).toList();
    }

    public List<Card> coming() {
        return cards.stream().filter(card -> !card.here()).toList();
    }
}
