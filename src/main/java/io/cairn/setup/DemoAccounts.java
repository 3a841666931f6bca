package io.cairn.setup;

import io.cairn.access.Demonstration;
import io.cairn.database.ReadyLines;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells whom one may sign in as, once the demo is ready. */
@Component
@ConditionalOnProperty(name = "cairn.mode", havingValue = "demo")
class DemoAccounts implements ReadyLines {
    private final Demonstration demonstration;

    DemoAccounts(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    @Override
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("Sign in as any of these; the password is always \"" + DemoFounding.PASSWORD + "\":");
        demonstration.cast().forEach(part -> lines.add("  %-18s %s".formatted(part.email(), part.about())));
        return lines;
    }
}
