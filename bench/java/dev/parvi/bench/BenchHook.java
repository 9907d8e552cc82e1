package dev.parvi.bench;

import dev.parvi.platform.Outbound;
import dev.parvi.support.ToldDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;

/** Adds the sink and the ear for what is to be done to a desk that is started as ./parvi starts it; see bench/desk.mjs. */
public class BenchHook implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext desk) {
        desk.registerBean(
                SinkNetwork.class,
                () -> new SinkNetwork(desk.getBean(Outbound.class), System.getProperty("bench.sink")));
        desk.addApplicationListener((ApplicationListener<ApplicationReadyEvent>)
                ready -> Thread.ofPlatform().name("told").start(() -> told(desk)));
    }

    private static void told(GenericApplicationContext desk) {
        try (desk) {
            ToldDesk.serve(desk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
