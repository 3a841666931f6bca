package io.cairn.smart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words by which a goal is read: vague ones, and verbs. They lie in {@code io/cairn/smart/words}, a file for each language;
 * another language is another file, and all that are there are read together.
 */
public final class SmartWords {
    private static final String FILES = "classpath*:io/cairn/smart/words/*.txt";
    private static final SmartWords ALL = new SmartWords(lines());

    private final SmartPhrases vague;
    private final SmartPhrases verbs;

    private SmartWords(List<String> lines) {
        this.vague = new SmartPhrases(section("vague", lines));
        this.verbs = new SmartPhrases(section("verbs", lines));
    }

    /** Every language there is. */
    public static SmartWords all() {
        return ALL;
    }

    /** The languages of these files' texts. */
    static SmartWords of(String... files) {
        return new SmartWords(
                Stream.of(files).flatMap(String::lines).map(String::strip).toList());
    }

    /** The vague words and phrases in a text, as they stand there. */
    public List<String> vagueIn(String text) {
        return vague.in(SmartPhrases.words(text)).stream()
                .map(SmartPhrases.Found::words)
                .distinct()
                .toList();
    }

    /**
     * What a text is made of.
     *
     * @param vague the vague words and phrases
     * @param solid how many words are left without them
     * @param verb whether one of those left says what somebody does
     */
    record Read(List<String> vague, int solid, boolean verb) {}

    /** @param plain whether vague words count as any others, because a number says what they mean */
    Read read(String text, boolean plain) {
        List<String> words = SmartPhrases.words(text);
        List<SmartPhrases.Found> found = vague.in(words);
        List<String> left = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int place = i;
            if (plain || found.stream().noneMatch(each -> each.covers(place))) {
                left.add(words.get(i));
            }
        }
        List<String> said =
                found.stream().map(SmartPhrases.Found::words).distinct().toList();
        return new Read(plain ? List.of() : said, left.size(), !verbs.in(left).isEmpty());
    }

    private static List<String> section(String name, List<String> lines) {
        List<String> found = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            boolean head = line.startsWith("[");
            inside = head ? line.equals("[" + name + "]") : inside;
            if (inside && !head && !line.isEmpty() && !line.startsWith("#")) {
                found.add(line);
            }
        }
        return found;
    }

    private static List<String> lines() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(FILES);
            return Arrays.stream(files)
                    .flatMap(SmartWords::lines)
                    .map(String::strip)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> lines(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8).lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
