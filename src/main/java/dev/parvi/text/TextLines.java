package dev.parvi.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Answers each line with one line, whatever stands in it. Of a line the first {@link #LONGEST} bytes are kept, so that a line without an end
 * needs no memory; what is no UTF-8 becomes U+FFFD.
 */
final class TextLines {

    /** Enough for what is looked at of a text, {@link Prose#LONGEST} units, in any script. */
    static final int LONGEST = 3 * Prose.LONGEST;

    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final OutputStream out;
    private final UnaryOperator<String> answer;
    private final byte[] line = new byte[LONGEST];
    private int length;

    TextLines(InputStream in, OutputStream out, UnaryOperator<String> answer) {
        this.in = in;
        this.out = out;
        this.answer = answer;
    }

    /** A last line without an end counts as one. Answers are written whenever there is nothing more to read at once. */
    void run() throws IOException {
        var chunk = new byte[CHUNK];
        var begun = false;
        for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            var answers = new ByteArrayOutputStream();
            for (var i = 0; i < read; i++) {
                begun = chunk[i] != '\n';
                if (begun) {
                    keep(chunk[i]);
                } else {
                    end(answers);
                }
            }
            answers.writeTo(out);
            out.flush();
        }
        if (begun) {
            var last = new ByteArrayOutputStream();
            end(last);
            last.writeTo(out);
            out.flush();
        }
    }

    private void keep(byte part) {
        if (length < LONGEST) {
            line[length++] = part;
        }
    }

    private void end(ByteArrayOutputStream answers) {
        var text = new String(line, 0, length, StandardCharsets.UTF_8);
        length = 0;
        answers.writeBytes((answer.apply(text) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static String written(Guess guess) {
        var thousandths = Math.round(guess.confidence() * 1000) + 1000;
        return guess.label()
                + '\t'
                + (thousandths - 1000) / 1000
                + '.'
                + Long.toString(thousandths % 1000 + 1000).substring(1);
    }
}
