package io.cairn.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, started once for all browser tests of this JVM; it ends with the JVM. */
public final class Chromium {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<Path> APPLICATIONS = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    private Chromium() {}

    /** A window of its own with its own cookies; without a Chromium the test fails, unless -Dcairn.browser=none. */
    public static BrowserContext context(NewContextOptions options) {
        Assumptions.assumeFalse(
                "none".equals(System.getProperty("cairn.browser")), "Left out: cairn.browser is \"none\".");
        if (installed().isEmpty()) {
            throw new AssertionError("The browser tests need Chromium, which ./cairn verify installs;"
                    + " -Dcairn.browser=none leaves them out.");
        }
        return Running.BROWSER.newContext(options);
    }

    private static Optional<Path> installed() {
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, APPLICATIONS.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static final class Running {
        static final com.microsoft.playwright.Browser BROWSER = launch();

        private static com.microsoft.playwright.Browser launch() {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(installed().orElseThrow())
                            .setArgs(List.of("--no-sandbox")));
        }
    }
}
