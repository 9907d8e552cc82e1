package dev.parvi.tracking;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a brand's marks of campaigns (UTM) on addresses: always the same way, whoever typed what. */
final class Marks {

    private static final Pattern WORD = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern GAP = Pattern.compile("[\\s_]+");
    private static final int WORD_MOST = 100;

    private Marks() {}

    /** The address with the brand's marks in place of those of the same name that were typed. */
    static URI on(URI address, TrackingRules rules, LinkPlace place) {
        var marks = marks(rules, place);
        var text = address.toString();
        var hash = text.indexOf('#');
        var fragment = hash < 0 ? "" : text.substring(hash);
        var whole = hash < 0 ? text : text.substring(0, hash);
        var question = whole.indexOf('?');
        var query = question < 0 ? "" : whole.substring(question + 1);
        var kept = Stream.of(query.split("&"))
                .filter(each -> !each.isEmpty() && !marks.containsKey(name(each)))
                .map(Marks::same);
        var all = Stream.concat(kept, marks.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(
                (question < 0 ? whole : whole.substring(0, question)) + (all.isEmpty() ? "" : "?" + all) + fragment);
    }

    /** The campaign that an address names already; empty for none. */
    static String campaign(URI address) {
        var query = address.getQuery();
        return query == null
                ? ""
                : Stream.of(query.split("&"))
                        .filter(each -> name(each).equals("utm_campaign") && each.indexOf('=') > 0)
                        .map(each -> tidy(each.substring(each.indexOf('=') + 1)))
                        .findFirst()
                        .orElse("");
    }

    /** One spelling for what means the same: small letters, a hyphen for spaces. */
    static String tidy(String word) {
        var tidy = GAP.matcher(word.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
        return tidy.length() > WORD_MOST ? tidy.substring(0, WORD_MOST) : tidy;
    }

    private static Map<String, String> marks(TrackingRules rules, LinkPlace place) {
        var marks = new LinkedHashMap<String, String>();
        put(marks, "utm_source", rules.source(), place);
        put(marks, "utm_medium", rules.medium(), place);
        put(marks, "utm_campaign", rules.campaign(), place);
        put(marks, "utm_content", rules.content(), place);
        return marks;
    }

    private static void put(Map<String, String> marks, String name, String rule, LinkPlace place) {
        var said = tidy(WORD.matcher(rule).replaceAll(word -> Matcher.quoteReplacement(place.word(word.group(1)))));
        if (!said.isEmpty()) {
            marks.put(name, URLEncoder.encode(said, StandardCharsets.UTF_8));
        }
    }

    private static String same(String typed) {
        var equals = typed.indexOf('=');
        return equals > 0 && name(typed).startsWith("utm_")
                ? name(typed) + "=" + tidy(typed.substring(equals + 1))
                : typed;
    }

    private static String name(String pair) {
        var equals = pair.indexOf('=');
        return (equals < 0 ? pair : pair.substring(0, equals)).toLowerCase(Locale.ROOT);
    }
}
