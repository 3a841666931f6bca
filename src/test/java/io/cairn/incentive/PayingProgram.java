package io.cairn.incentive;

import io.cairn.CairnApplication;
import io.cairn.access.Viewing;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Cairn in a process of its own that pays one run and does nothing else: there to be killed. */
final class PayingProgram {
    private PayingProgram() {}

    /** @param arguments the database's address, user and password, the payer, the run */
    public static void main(String[] arguments) {
        var context = new SpringApplicationBuilder(CairnApplication.class)
                .properties("cairn.mode=test")
                .initializers(context1 -> context1.getEnvironment()
                        .getPropertySources()
                        .addFirst(new org.springframework.core.env.MapPropertySource(
                                "database",
                                java.util.Map.of(
                                        "cairn.database.url", arguments[0],
                                        "cairn.database.user", arguments[1],
                                        "cairn.database.password", arguments[2],
                                        "server.port", "0",
                                        "server.address", "127.0.0.1"))))
                .run();
        var payer =
                new Viewer(UUID.fromString(arguments[3]), "Payer", "payer@example.com", Set.of(Role.COMP), List.of());
        System.out.println("paying");
        var paid = Viewing.as(payer, () -> context.getBean(Payments.class).pay(payer, UUID.fromString(arguments[4])));
        System.out.println("paid " + paid.payments());
        context.close();
    }
}
