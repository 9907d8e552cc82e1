package dev.parvi.platform;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** A start that shows Java what a start needs, so that later ones are faster: asks for some pages and ends. */
@Component
class Training {

    private static final List<String> PAGES = List.of("/", "/health", "/actuator/health", "/nothing-here");
    private static final int ROUNDS = 5;

    private final ConfigurableApplicationContext desk;
    private final Environment environment;
    private final Secrets secrets;

    Training(ConfigurableApplicationContext desk, Environment environment, Secrets secrets) {
        this.desk = desk;
        this.environment = environment;
        this.secrets = secrets;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void train() throws IOException {
        if (!environment.getProperty("parvi.train", Boolean.class, false)) {
            return;
        }
        var here = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        for (int round = 0; round < ROUNDS; round++) {
            for (var page : PAGES) {
                ask(URI.create(here + page));
            }
        }
        secrets.open(secrets.seal(new byte[1], "training"), "training");
        // not here: this thread is the one that the end would wait for
        Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(desk)));
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
