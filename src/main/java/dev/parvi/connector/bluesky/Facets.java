package dev.parvi.connector.bluesky;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.MULTILINE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds links, mentions and tags where the network's own app finds them (RichText.detectFacets of @atproto/api 0.19; FacetsTest
 * holds what that answered). Unlike it, a link whose address the network would refuse stays plain text, and a bare domain
 * that begins with "http" gets its scheme.
 */
final class Facets {

    /** White space as JavaScript has it. */
    private static final String SPACE =
            "\\t\\n\\x0B\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

    /** What ends a tag without being white space: soft hyphen, zero-width characters, enclosing marks. */
    private static final String UNSEEN = "\\u00AD\\u2060\\u200A\\u200B\\u200C\\u200D\\u20e2";

    private static final String BEFORE = "(?:^|[" + SPACE + "(])";

    private static final Pattern MENTION = Pattern.compile(BEFORE + "@([a-zA-Z0-9.-]+)\\b");
    /** Possessive where the library's own is greedy, which finds the same: here each further label would cost stack. */
    private static final Pattern LINK = Pattern.compile(
            BEFORE + "(https?://[^" + SPACE + "]+|(?<domain>[a-z][a-z0-9]*(?:\\.[a-z0-9]+)++)[^" + SPACE + "]*)",
            CASE_INSENSITIVE | MULTILINE);

    private static final Pattern TAG = Pattern.compile("(?:^|[" + SPACE + "])([#＃])((?!\\ufe0f)[^" + SPACE + UNSEEN
            + "]*[^\\d" + SPACE + "\\p{P}" + UNSEEN + "]+[^" + SPACE + UNSEEN + "]*)");
    private static final Pattern CASHTAG =
            Pattern.compile(BEFORE + "\\$([A-Za-z][A-Za-z0-9]{0,4})(?=[" + SPACE + "]|\\z|[.,;:!?)\"'\\u2019])");
    private static final Pattern MARK = Pattern.compile("\\p{P}");
    private static final Pattern ADDRESS = Pattern.compile("\\w+:(?://)?[^\\s/]\\S*");
    private static final int TAG_MOST = 64;

    private Facets() {}

    /** In the order of the text; they don't overlap. */
    static List<Facet> in(String text) {
        var found = new ArrayList<Facet>();
        mentions(text, found);
        links(text, found);
        tags(text, found);
        cashtags(text, found);
        found.sort(Comparator.comparingInt(Facet::start));
        return List.copyOf(found);
    }

    private static void mentions(String text, List<Facet> found) {
        var match = MENTION.matcher(text);
        while (match.find()) {
            var handle = match.group(1);
            if (TopLevelDomains.end(handle) || handle.endsWith(".test")) {
                found.add(new Facet(match.start(1) - 1, match.end(1), Facet.Kind.MENTION, handle));
            }
        }
    }

    private static void links(String text, List<Facet> found) {
        var match = LINK.matcher(text);
        while (match.find()) {
            var domain = match.group("domain");
            var said = match.group(1);
            if (domain == null ? !said.startsWith("http") : !TopLevelDomains.end(domain)) {
                continue;
            }
            said = trimmed(said);
            var address = domain == null ? said : "https://" + said;
            if (ADDRESS.matcher(address).matches()) {
                found.add(new Facet(match.start(1), match.start(1) + said.length(), Facet.Kind.LINK, address));
            }
        }
    }

    /** One mark at the end belongs to the sentence, and so does a bracket that was opened before the link. */
    private static String trimmed(String link) {
        var end = link.length();
        if (".,;:!?".indexOf(link.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end > 0 && link.charAt(end - 1) == ')' && link.indexOf('(') < 0) {
            end--;
        }
        return link.substring(0, end);
    }

    private static void tags(String text, List<Facet> found) {
        var match = TAG.matcher(text);
        while (match.find()) {
            var tag = withoutMarks(match.group(2));
            if (!tag.isEmpty() && tag.length() <= TAG_MOST) {
                found.add(new Facet(match.start(1), match.start(2) + tag.length(), Facet.Kind.TAG, tag));
            }
        }
    }

    /** Without the punctuation at its end. */
    private static String withoutMarks(String tag) {
        var end = tag.length();
        while (end > 0
                && MARK.matcher(Character.toString(tag.codePointBefore(end))).matches()) {
            end -= Character.charCount(tag.codePointBefore(end));
        }
        return tag.substring(0, end);
    }

    private static void cashtags(String text, List<Facet> found) {
        var match = CASHTAG.matcher(text);
        while (match.find()) {
            var ticker = "$" + match.group(1).toUpperCase(Locale.ROOT);
            found.add(new Facet(match.start(1) - 1, match.end(1), Facet.Kind.TAG, ticker));
        }
    }
}
