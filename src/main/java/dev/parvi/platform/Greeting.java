package dev.parvi.platform;

import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the desk where it answers, once it does. */
@Component
class Greeting {

    private final DeskSettings settings;
    private final Environment environment;

    Greeting(DeskSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        var port = environment.getProperty("local.server.port", Integer.class, -1);
        if (port < 0) {
            return;
        }
        var time = event.getTimeTaken();
        var seconds = time == null ? "" : String.format(Locale.ROOT, " (after %.1f s)", time.toMillis() / 1000.0);
        var here = "http://localhost:" + port;
        var outside = settings.publicAddress().toString();
        Console.say("Parvi answers at " + (outside.startsWith("http://localhost") ? here : outside + " through " + here)
                + seconds);
    }
}
