package dev.parvi.connector.wordpress;

import dev.parvi.connector.Fault;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import dev.parvi.platform.Answer;
import dev.parvi.platform.Call;
import dev.parvi.platform.CallFailed;
import dev.parvi.platform.Outbound;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;

/** Finds a blog's REST interface: by the page's Link header, by its head, or at the address that works without rewriting. */
@Component
final class Sites {

    private static final String RELATION = "https://api.w.org/";
    private static final Pattern LINK = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?" + Pattern.quote(RELATION));
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern DESK_OF_ITS_OWN = Pattern.compile("/wp-(?:admin|login\\.php|json)(?:/.*)?$");
    private static final int PAGE_MOST = 8_000_000;

    private final Outbound outbound;

    Sites(Outbound outbound) {
        this.outbound = outbound;
    }

    /**
     * What a person typed as the address of a page: with the scheme they left out, without the way to the dashboard. Plain
     * http is for this machine alone, elsewhere it becomes https; empty where it's no address.
     */
    static Optional<URI> typed(String text) {
        var said = text.strip();
        try {
            var uri = URI.create(said.contains("://") ? said : "https://" + said);
            if (uri.getHost() == null
                    || uri.getUserInfo() != null
                    || !uri.getScheme().matches("(?i)https?")) {
                return Optional.empty();
            }
            var path = DESK_OF_ITS_OWN.matcher(uri.getRawPath()).replaceFirst("/");
            var scheme = plainly(uri) ? "http" : "https";
            return Optional.of(URI.create(scheme + "://" + uri.getRawAuthority() + (path.isEmpty() ? "/" : path)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean plainly(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost());
    }

    /** A blog's place in the world: host, port and path. */
    static String place(URI home) {
        var path = home.getRawPath() == null ? "" : home.getRawPath().replaceFirst("/+$", "");
        return home.getRawAuthority().toLowerCase(Locale.ROOT) + path;
    }

    /** @throws Unfulfilled where the page can't be reached, or is no WordPress whose interface we may speak with */
    URI root(URI page, Deadline deadline) throws Unfulfilled {
        var answer = read(page, deadline);
        var root = linked(answer).or(() -> inHead(answer));
        if (root.isPresent()) {
            return root.get();
        }
        var plain = answer.address().resolve(folder(answer.address()) + "?rest_route=/");
        var index = read(plain, deadline);
        if (safe(plain.toString()).isEmpty() || !index.ok() || !index.text().contains("\"wp/v2\"")) {
            throw new Unfulfilled(
                    Kind.REFUSED, new Fault("wordpress.no-rest", page + " " + answer.status() + " " + index.status()));
        }
        return plain;
    }

    private Answer read(URI address, Deadline deadline) throws Unfulfilled {
        try {
            return outbound.call(Call.get(address).atMost(PAGE_MOST).within(deadline.left(Call.USUAL_DEADLINE)));
        } catch (CallFailed e) {
            throw new Unfulfilled(Kind.AWAY, Fault.of(e));
        }
    }

    private static Optional<URI> linked(Answer answer) {
        var match = LINK.matcher(answer.header("link").orElse(""));
        return match.find() ? safe(resolved(answer.address(), match.group(1))) : Optional.empty();
    }

    private static Optional<URI> inHead(Answer answer) {
        var link = Jsoup.parse(answer.text(), answer.address().toString())
                .selectFirst("head link[rel=\"" + RELATION + "\"]");
        return link == null ? Optional.empty() : safe(link.absUrl("href"));
    }

    private static String folder(URI address) {
        var path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String resolved(URI page, String link) {
        try {
            return page.resolve(link).toString();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** One that the password may be sent to. */
    private static Optional<URI> safe(String address) {
        try {
            var uri = URI.create(address.endsWith("/") ? address : address + "/");
            var good = uri.getHost() != null && uri.getUserInfo() == null;
            return good && ("https".equalsIgnoreCase(uri.getScheme()) || plainly(uri))
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
