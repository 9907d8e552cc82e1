package dev.parvi.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * A start that shows Java what a desk does, so that later ones do it faster from the beginning: asks for some pages, calls
 * out, lets the rooms rehearse, and ends.
 */
@Component
class Training {

    private static final Logger LOG = LoggerFactory.getLogger(Training.class);
    private static final List<String> PAGES = List.of("/", "/health", "/actuator/health", "/nothing-here");
    private static final int ROUNDS = 5;
    /** Calls out, as many as make Java take note of how they go. */
    private static final int CALLS = 1_000;

    private final ConfigurableApplicationContext desk;
    private final Environment environment;
    private final Secrets secrets;
    private final Outbound outbound;
    private final ObjectProvider<Rehearsal> rehearsals;

    Training(
            ConfigurableApplicationContext desk,
            Environment environment,
            Secrets secrets,
            Outbound outbound,
            ObjectProvider<Rehearsal> rehearsals) {
        this.desk = desk;
        this.environment = environment;
        this.secrets = secrets;
        this.outbound = outbound;
        this.rehearsals = rehearsals;
    }

    @EventListener(ShiftsBegun.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void train() {
        if (environment.getProperty("parvi.train", Boolean.class, false)) {
            // not here: this thread is the one that the end would wait for
            Thread.ofPlatform().name("training").start(this::lesson);
        }
    }

    private void lesson() {
        var here = URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        try {
            for (int round = 0; round < ROUNDS; round++) {
                for (var page : PAGES) {
                    ask(here.resolve(page));
                }
            }
            secrets.open(secrets.seal(new byte[1], "training"), "training");
            callOut(here.resolve("/health"));
            for (var each : rehearsals.orderedStream().toList()) {
                each.rehearse(here);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The training was cut short; what it came to is kept", e);
        }
        System.exit(SpringApplication.exit(desk));
    }

    private void callOut(URI address) {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call = 0; call < CALLS; call++) {
                callers.execute(() -> {
                    try {
                        outbound.call(Call.json(address, "{}").with("accept", "application/json"));
                    } catch (CallFailed e) {
                        LOG.debug("A call of the training failed", e);
                    }
                });
            }
        }
    }

    private static void ask(URI page) throws IOException {
        var connection = (HttpURLConnection) page.toURL().openConnection();
        connection.setRequestProperty("Accept", "text/html");
        if (connection.getResponseCode() < 400) {
            connection.getInputStream().readAllBytes();
        }
        connection.disconnect();
    }
}
