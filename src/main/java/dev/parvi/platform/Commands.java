package dev.parvi.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Finds who does what was asked for on the command line. */
public final class Commands {

    private Commands() {}

    /** Whether the first argument is a command, not an option of a normal start. */
    public static boolean asked(String[] args) {
        return args.length > 0 && !args[0].startsWith("-");
    }

    /** @return the exit code */
    public static int run(Class<?> application, String[] args) {
        quiet();
        var rest = Arrays.asList(args).subList(1, args.length);
        try {
            return switch (args[0]) {
                case "version" -> version();
                case "backup" -> BackingUp.command(rest);
                case "restore" -> Restoring.command(rest);
                default ->
                    without(args[0])
                            .map(command -> command.run(rest))
                            .orElseGet(() -> inDesk(application, args[0], rest));
            };
        } catch (StartRefused e) {
            Console.trouble(e.getMessage() + " " + e.action());
            return 1;
        }
    }

    private static Optional<Command> without(String name) {
        return withoutDesk().filter(command -> command.name().equals(name)).findFirst();
    }

    private static Stream<Command> withoutDesk() {
        return ServiceLoader.load(Command.class).stream().map(ServiceLoader.Provider::get);
    }

    /** Outside a desk nobody has set up the log, and it would tell everything. */
    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    private static int version() {
        Console.say("Parvi " + Version.NUMBER);
        return 0;
    }

    private static int inDesk(Class<?> application, String name, List<String> rest) {
        var quiet = new String[] {
            // Links that a command prints lead to the desk beside it, which does listen.
            "--server.port=-1",
            "--parvi.told-port=${PARVI_PORT:8080}",
            "--parvi.command=true",
            "--parvi.background=false",
            "--logging.level.dev.parvi=WARN"
        };
        try (var desk = new SpringApplicationBuilder(application).run(quiet)) {
            var commands = desk.getBeansOfType(Command.class).values();
            for (var command : commands) {
                if (command.name().equals(name)) {
                    return command.run(rest);
                }
            }
            var names = Stream.concat(commands.stream(), withoutDesk())
                    .map(Command::name)
                    .sorted()
                    .collect(Collectors.joining(", "));
            Console.trouble("There is no command \"" + name + "\". There are backup, restore, version, " + names
                    + "; see ./parvi help.");
            return 2;
        }
    }
}
