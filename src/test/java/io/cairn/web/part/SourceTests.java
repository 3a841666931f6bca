package io.cairn.web.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the content-security policy refuses and what a browser would show wrongly, found before it gets there. */
class SourceTests {
    private static final Path TEMPLATES = Path.of("src/main/java");
    private static final Path STATIC = Path.of("src/main/resources/static");

    @Test
    void noTemplateHasInlineStyleOrScript() throws IOException {
        for (Path template : templates()) {
            assertThat(Files.readString(template))
                    .as(template.toString())
                    .doesNotContainPattern("\\sstyle\\s*=")
                    .doesNotContainPattern("\\son[a-z]+\\s*=\\s*\"")
                    .doesNotContain("<style")
                    .doesNotContainPattern("<script(?![^>]*\\ssrc=)");
        }
    }

    @Test
    void everyIconThatIsNamedExists() throws IOException {
        String sprite = Files.readString(STATIC.resolve("icons.svg"));
        for (Path template : templates()) {
            var named = Pattern.compile("part\\.icon\\((?:name = )?\"([^\"]+)\"|icon = \"([^\"]+)\"")
                    .matcher(Files.readString(template));
            named.results()
                    .map(icon -> icon.group(1) == null ? icon.group(2) : icon.group(1))
                    .forEach(icon -> assertThat(sprite).as(template.toString()).contains("id=\"" + icon + "\""));
        }
        for (Mark mark : Mark.values()) {
            assertThat(sprite).contains("id=\"" + mark.icon() + "\"");
        }
    }

    /** Dark is written twice, for those who chose it and for those whose system did. */
    @Test
    void bothDarksAreTheSame() throws IOException {
        String css = Files.readString(STATIC.resolve("base.css"));
        var darks = Pattern.compile("color-scheme: dark;([^}]*)}")
                .matcher(css)
                .results()
                .toList();
        assertThat(darks)
                .hasSize(2)
                .extracting(SourceTests::withoutBlanks)
                .containsOnly(withoutBlanks(darks.getFirst()));
    }

    private static String withoutBlanks(MatchResult block) {
        return block.group(1).replaceAll("\\s+", " ").strip();
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }
}
