package dev.parvi.listening;

import com.ibm.icu.text.CharsetDetector;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text. What is said of their charset is often wrong: so a byte order mark comes first, then what is sound UTF-8 is that
 * whatever anybody says, then the document's own word, then the header's, then a guess.
 */
final class Decoded {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern PROLOG = Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)");
    private static final Pattern META = Pattern.compile("(?i)<meta[^>]+charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]+)");
    private static final Pattern HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]+)");
    private static final int HEAD = 1_024;
    private static final int SAMPLE = 65_536;
    private static final char REPLACED = '\uFFFD';

    private Decoded() {}

    static String text(byte[] bytes, @Nullable String contentType) {
        var marked = marked(bytes);
        if (marked != null) {
            return marked;
        }
        var utf8 = new String(bytes, StandardCharsets.UTF_8);
        if (utf8.indexOf(REPLACED) < 0) {
            return utf8;
        }
        var head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        var said = named(PROLOG, head).or(() -> named(META, head));
        if (said.isEmpty() && contentType != null) {
            said = named(HEADER, contentType);
        }
        return said.filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .map(charset -> new String(bytes, charset))
                .orElseGet(() -> mostlySound(utf8) ? utf8 : guessed(bytes));
    }

    private static @Nullable String marked(byte[] b) {
        if (b.length >= 3 && at(b, 0) == 0xEF && at(b, 1) == 0xBB && at(b, 2) == 0xBF) {
            return new String(b, 3, b.length - 3, StandardCharsets.UTF_8);
        }
        if (b.length < 4) {
            return null;
        }
        var four = at(b, 0) << 24 | at(b, 1) << 16 | at(b, 2) << 8 | at(b, 3);
        var charset = switch (four) {
            case 0x0000FEFF, 0x0000003C -> "UTF-32BE";
            case 0xFFFE0000, 0x3C000000 -> "UTF-32LE";
            default -> sixteen(four >>> 16, four);
        };
        if (charset == null) {
            return null;
        }
        var text = new String(b, Charset.forName(charset));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** By the mark, or by "&lt;?" and "&lt;r" and the like, of which every second byte is null. */
    private static @Nullable String sixteen(int two, int four) {
        if (two == 0xFEFF || (four & 0xFFFFFF00) == 0x003C0000) {
            return "UTF-16BE";
        }
        return two == 0xFFFE || (four & 0xFFFF00FF) == 0x3C000000 ? "UTF-16LE" : null;
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? charset(found.group(1)) : Optional.empty();
    }

    private static Optional<Charset> charset(String name) {
        try {
            var charset = Charset.forName(name);
            // a document whose name of it can be read as ASCII is in none of these
            if (charset.name().toUpperCase(Locale.ROOT).startsWith("UTF-16")) {
                return Optional.empty();
            }
            return Optional.of(
                    charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)
                            ? WINDOWS
                            : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** A few torn characters in a text of many: the rest is worth more than a guess. */
    private static boolean mostlySound(String utf8) {
        var torn = 0;
        var sound = 0;
        for (var i = 0; i < utf8.length(); i++) {
            var unit = utf8.charAt(i);
            if (unit == REPLACED) {
                torn++;
            } else if (unit > 0x7F) {
                sound++;
            }
        }
        return sound >= torn;
    }

    private static String guessed(byte[] bytes) {
        var detector = new CharsetDetector();
        // tags would make every text English
        detector.enableInputFilter(true);
        detector.setText(bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes);
        var match = detector.detect();
        return new String(
                bytes, match == null ? WINDOWS : charset(match.getName()).orElse(WINDOWS));
    }
}
