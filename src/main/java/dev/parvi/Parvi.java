package dev.parvi;

import dev.parvi.platform.Commands;
import dev.parvi.platform.DeskContexts;
import dev.parvi.platform.EarlyDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** Starts the desk, or runs a command beside it. Beans are known by their full names: two rooms may each have a {@code Posting}. */
@Modulithic(systemName = "Parvi")
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Parvi {

    public static void main(String[] args) {
        if (Commands.asked(args)) {
            System.exit(Commands.run(Parvi.class, args));
        }
        var desk = new SpringApplication(Parvi.class);
        desk.setApplicationContextFactory(new DeskContexts());
        desk.setLazyInitialization(true);
        desk.addInitializers(new EarlyDatabase());
        desk.run(args);
    }
}
