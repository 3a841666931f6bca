package io.cairn.smart;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words and phrases to find in a text. Each is written as a line whose brackets hold endings: {@code improv(e|es|ed)},
 * {@code look(s|ed) into}.
 */
final class SmartPhrases {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['-][\\p{L}\\p{M}\\p{N}]+)*");
    private static final Pattern ENDINGS = Pattern.compile("([^()]*)\\(([^()]*)\\)(.*)");

    /** By first word, longest first. */
    private final Map<String, List<List<String>>> phrases = new HashMap<>();

    SmartPhrases(List<String> lines) {
        Set<List<String>> all = new LinkedHashSet<>();
        lines.forEach(line -> spelled(line).forEach(each -> all.add(words(each))));
        all.removeIf(List::isEmpty);
        all.stream()
                .sorted((one, other) -> other.size() - one.size())
                .forEach(phrase -> phrases.computeIfAbsent(phrase.getFirst(), first -> new ArrayList<>())
                        .add(phrase));
    }

    /** The words of a text in lower case; a number is a word, what stands between them is not. */
    static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        return WORD.matcher(plain).results().map(found -> found.group()).toList();
    }

    /**
     * A phrase that stands in a text.
     *
     * @param from its first word, from 0
     */
    record Found(int from, List<String> phrase) {
        boolean covers(int word) {
            return word >= from && word < from + phrase.size();
        }

        String words() {
            return String.join(" ", phrase);
        }
    }

    /** Where they stand, the longest at each place; none overlap. */
    List<Found> in(List<String> words) {
        List<Found> found = new ArrayList<>();
        int place = 0;
        while (place < words.size()) {
            List<String> phrase = at(place, words);
            if (!phrase.isEmpty()) {
                found.add(new Found(place, phrase));
            }
            place += Math.max(1, phrase.size());
        }
        return found;
    }

    private List<String> at(int place, List<String> words) {
        for (List<String> phrase : phrases.getOrDefault(words.get(place), List.of())) {
            int end = place + phrase.size();
            if (end <= words.size() && words.subList(place, end).equals(phrase)) {
                return phrase;
            }
        }
        return List.of();
    }

    private static List<String> spelled(String line) {
        Matcher parts = ENDINGS.matcher(line);
        if (!parts.matches()) {
            return List.of(line);
        }
        List<String> all = new ArrayList<>();
        for (String ending : parts.group(2).split("\\|", -1)) {
            all.addAll(spelled(parts.group(1) + ending + parts.group(3)));
        }
        return all;
    }
}
