package dev.parvi.support;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points a desk under test at a database and a home folder of its own. */
public class DeskForTests implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var home = Path.of("target", "test-desks", UUID.randomUUID().toString()).toAbsolutePath();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "desk for tests",
                        Map.of(
                                "parvi.home", home.toString(),
                                "parvi.database-url", TestDatabase.fresh(),
                                "parvi.database-user", TestDatabase.user(),
                                "parvi.database-password", TestDatabase.password(),
                                "parvi.background", "false",
                                "parvi.allow-private", "true",
                                "parvi.public-address", "http://localhost:8080")));
    }
}
