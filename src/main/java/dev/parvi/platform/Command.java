package dev.parvi.platform;

import java.util.List;

/**
 * Something {@code ./parvi NAME …} does beside the running desk, or without one. A room declares it as a bean; it runs in
 * a desk that listens on no port and runs nothing in the background. One that needs no desk at all is named in
 * {@code META-INF/services} instead, and starts at once.
 */
public interface Command {

    /** The first word after {@code ./parvi}. */
    String name();

    /** @return the exit code: 0 done, 1 not done, 2 asked for wrongly; what went wrong was printed */
    int run(List<String> args);
}
