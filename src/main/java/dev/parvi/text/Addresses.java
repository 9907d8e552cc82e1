package dev.parvi.text;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses without what doesn't tell one page from another: the scheme, www, marks of campaigns, the place on the page. */
public final class Addresses {

    private static final Pattern CAMPAIGN = Pattern.compile(
            "(utm_\\w+|fbclid|gclid|yclid|mc_[ce]id|ref|ref_src|cmpid|igshid|_ga|origin)=.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_TEXT = Pattern.compile("https?://[^\\s<>\"'()\\[\\]{}«»“”]+");
    private static final Pattern TRAILING = Pattern.compile("[.,;:!?…]+$");

    private Addresses() {}

    /** Empty where it isn't an address on the web, or of a site as a whole: what links to that needn't be about the same. */
    public static Optional<String> plain(String address) {
        try {
            var uri = URI.create(address.strip());
            var scheme = uri.getScheme();
            var host = uri.getHost();
            if (host == null
                    || scheme == null
                    || !scheme.toLowerCase(Locale.ROOT).startsWith("http")) {
                return Optional.empty();
            }
            var path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
            var query = query(uri.getRawQuery());
            return path.isEmpty() && query.isEmpty()
                    ? Optional.empty()
                    : Optional.of(host.toLowerCase(Locale.ROOT).replaceFirst("^(www|m|amp)\\.", "") + path + query);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static String query(String raw) {
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        var kept = Arrays.stream(raw.split("&"))
                .filter(each -> !CAMPAIGN.matcher(each).matches())
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    /** Those that stand in a text. */
    public static List<String> in(String text) {
        return IN_TEXT.matcher(text)
                .results()
                .map(each -> TRAILING.matcher(each.group()).replaceFirst(""))
                .distinct()
                .toList();
    }

    /** Each page's key; two addresses of one page have one key. */
    public static List<Long> keys(Collection<String> addresses) {
        return addresses.stream()
                .flatMap(each -> plain(each).stream())
                .map(each -> Hashes.of("@" + each))
                .distinct()
                .toList();
    }
}
