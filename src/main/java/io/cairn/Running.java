package io.cairn;

import io.cairn.database.DataFolder;
import io.cairn.database.DatabaseLogin;
import io.cairn.database.EmbeddedPostgres;
import io.cairn.database.Migrations;
import io.cairn.database.ReadyLines;
import io.cairn.database.StartRefused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Cairn at work: its database first, then the program, and both stopped in the other order. */
final class Running {
    private final Address address;
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable ConfigurableApplicationContext context;
    private volatile boolean stopping;

    private Running(Address address) {
        this.address = address;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    static Running demo(Command.Demo command) {
        var folder = DemoFolder.hold(command.data(), command.fresh());
        var running = new Running(Address.of("127.0.0.1", command.port()));
        var properties = new LinkedHashMap<String, Object>();
        properties.put("cairn.mode", "demo");
        if (command.today() != null) {
            properties.put("cairn.demo.today", command.today().toString());
        }
        running.onEmbedded(folder, properties);
        return running;
    }

    static void start(Command.Start command) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("cairn.mode", "start");
        if (command.data() == null && Outside.isNamed()) {
            var outside = Outside.ofEnvironment();
            new Running(Address.of(command.host(), command.port()))
                    .on(outside.owner(), outside.application(), properties);
        } else {
            var folder = DemoFolder.holdUnlessDemo(command.data() == null ? Places.data() : command.data());
            new Running(Address.of(command.host(), command.port())).onEmbedded(folder, properties);
        }
    }

    private void onEmbedded(DataFolder folder, Map<String, Object> properties) {
        var started = EmbeddedPostgres.start(folder);
        postgres = started;
        started.whenItEndsByItself(this::endWithPostgres);
        properties.put("cairn.data", folder.path().toString());
        on(started.owner(), started.application(), properties);
    }

    private void on(DatabaseLogin owner, DatabaseLogin application, Map<String, Object> properties) {
        Migrations.run(owner, application.user());
        properties.put("cairn.database.url", application.url());
        properties.put("cairn.database.user", application.user());
        properties.put("cairn.database.password", application.password());
        properties.putAll(address.properties());
        var started = spring(properties);
        context = started;
        System.out.println("Cairn is ready at " + address.url());
        started.getBeanProvider(ReadyLines.class)
                .orderedStream()
                .flatMap(lines -> lines.lines().stream())
                .forEach(System.out::println);
    }

    /** The port it listens on, chosen by the system when 0 was asked for. */
    int port() {
        return Objects.requireNonNull(context).getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private ConfigurableApplicationContext spring(Map<String, Object> properties) {
        var application = new SpringApplication(CairnApplication.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(
                (ApplicationContextInitializer<ConfigurableApplicationContext>) starting -> starting.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("command line", properties)));
        try {
            return application.run();
        } catch (RuntimeException e) {
            throw sentence(e);
        }
    }

    private RuntimeException sentence(RuntimeException failure) {
        if (stopping) {
            return new StartRefused("Cairn was stopped before it was ready.");
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused;
            }
            if (cause instanceof PortInUseException) {
                return address.occupied();
            }
        }
        return failure;
    }

    private void endWithPostgres() {
        if (!stopping) {
            System.err.println("PostgreSQL has stopped by itself, so Cairn stops too; start it again and it recovers.");
            System.exit(1);
        }
    }

    /** Also when the program is told to end at any moment of its start. */
    void stop() {
        stopping = true;
        if (context != null) {
            context.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}
