package dev.parvi.platform;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Opens the database while the desk's other parts are still being put together: a quarter of a start otherwise waits for it. */
public final class EarlyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext desk) {
        var settings = Binder.get(desk.getEnvironment()).bindOrCreate("parvi", DeskSettings.class);
        var opening = new CompletableFuture<Database>();
        Thread.ofPlatform().daemon().name("database").start(() -> {
            try {
                opening.complete(opened(settings));
            } catch (RuntimeException | Error e) {
                opening.completeExceptionally(e);
            }
        });
        desk.getBeanFactory().registerSingleton("earlyDatabase", new Opening(opening));
    }

    static Database opened(DeskSettings settings) {
        var database = Database.open(settings);
        try {
            database.migrate();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** A database on its way. */
    record Opening(CompletableFuture<Database> database) {

        Database await() {
            try {
                return database.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
    }
}
