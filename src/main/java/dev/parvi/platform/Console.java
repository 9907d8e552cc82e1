package dev.parvi.platform;

import java.io.PrintStream;

/** What a person at the terminal is told, as against what goes to the log. */
@SuppressWarnings("SystemOut")
final class Console {

    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    private Console() {}

    static void say(String line) {
        OUT.println(line);
    }

    static void trouble(String line) {
        ERR.println(line);
    }
}
