package dev.parvi.text;

import dev.parvi.platform.Command;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ./parvi text TASK}: one line in, its label and confidence out. Needs no desk. */
@SuppressWarnings("SystemOut")
public final class TextCommand implements Command {

    private static final String USE = """
        ./parvi text TASK [--lang LL]        reads texts from standard input, one a line, and writes LABEL, a tab and the
                                             CONFIDENCE (0 to 1) of each; of a line the first 4,000 characters count

          language    ISO 639-1 code of one of 28 languages, or und
          mood        negative, neutral, positive; ar de en es fi fr hi it pt ru sv
          question    question, other; by model de en es fi ru sv, by rule fr it pt and wherever there's a question mark
          offensive   offensive, other; by model de en, by rule es fi fr it pt ru sv
          intent      yes, no: wants to buy; by model en, by rule de es fi fr it pt ru sv
          emotion     en: anger, disgust, fear, joy, neutral, sadness, surprise
                      fi: anger, anticipation, disgust, fear, joy, sadness, surprise, trust

        Every task but language also says unsure, with confidence 0: where nothing serves the language, and for a text without
        words. --lang LL says what language all lines are in; without it, it's told for each line.\
        """;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream trouble;

    public TextCommand() {
        this(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out), System.err);
    }

    TextCommand(InputStream in, OutputStream out, PrintStream trouble) {
        this.in = in;
        this.out = out;
        this.trouble = trouble;
    }

    @Override
    public String name() {
        return "text";
    }

    @Override
    public int run(List<String> args) {
        var task = args.isEmpty() ? null : TextTask.named(args.getFirst()).orElse(null);
        if (task == null) {
            return use(args);
        }
        var language = language(args.subList(1, args.size()));
        if (language == null) {
            trouble.println("Give the language as its two letters: ./parvi text " + args.getFirst() + " --lang fi");
            return 2;
        }
        return answer(task, language);
    }

    private int use(List<String> args) {
        if (!args.isEmpty() && !args.getFirst().equals("help")) {
            trouble.println("There is no task \"" + args.getFirst() + "\".");
        }
        trouble.println(USE);
        return args.equals(List.of("help")) ? 0 : 2;
    }

    /** Null where it isn't said rightly. */
    private static @Nullable Language language(List<String> args) {
        if (args.isEmpty()) {
            return Language.UNKNOWN;
        }
        var code = args.getFirst().startsWith("--lang=")
                ? args.getFirst().substring("--lang=".length())
                : args.size() == 2 && args.getFirst().equals("--lang") ? args.get(1) : "";
        return code.matches("[a-zA-Z]{2,3}") ? new Language(code) : null;
    }

    private int answer(TextTask task, Language language) {
        try {
            new TextLines(in, out, line -> TextLines.written(task.answer(Reading.of(line, language)))).run();
            return 0;
        } catch (IOException e) {
            // Whoever read the answers has gone, as head does.
            trouble.println("The answers could not be written: " + e.getMessage());
            return 1;
        }
    }
}
