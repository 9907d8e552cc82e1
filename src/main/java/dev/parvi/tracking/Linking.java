package dev.parvi.tracking;

import dev.parvi.connector.Destinations;
import dev.parvi.platform.DeskSettings;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes addresses ones that we can recognise again. Reserving is idempotent: the same address in the same place keeps its
 * code. Whoever sends what holds it then says which delivery that was.
 */
@Component
public class Linking implements Destinations {

    /** Longest address that is tracked, in characters; longer ones stay as they are. */
    public static final int ADDRESS_MOST = 2_000;

    private static final Pattern IN_TEXT = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)\\]}'»”]");
    private static final Pattern OURS = Pattern.compile("/l/([0-9A-Za-z]{" + Codes.LENGTH + "})");
    /** As long as a real one, for what isn't kept yet. */
    private static final String SOMETHING = "000000000";

    private final TrackedLinks links;
    private final Trackings trackings;
    private final JdbcClient worker;
    private final URI desk;
    private final Clock clock;

    Linking(
            TrackedLinks links,
            Trackings trackings,
            @Qualifier("worker") JdbcClient worker,
            DeskSettings settings,
            Clock clock) {
        this.links = links;
        this.trackings = trackings;
        this.worker = worker;
        this.desk = settings.publicAddress();
        this.clock = clock;
    }

    /** The tracked address for an address; the address itself where it can't be tracked, or is tracked already. */
    @Transactional
    public URI reserve(LinkPlace place, URI address) {
        var rules = trackings.current();
        return tracked(
                address,
                rules,
                trackable -> links.put(
                        named(place, trackable),
                        trackable,
                        Marks.on(trackable, rules, named(place, trackable)),
                        clock.instant()));
    }

    /** The text with each address in it reserved. */
    @Transactional
    public String reserve(LinkPlace place, String text) {
        return replaced(text, address -> reserve(place, address));
    }

    /** What {@link #reserve} has answered before; the address itself where nobody asked yet. */
    @Transactional
    public URI foresee(LinkPlace place, URI address) {
        return links.code(place, address)
                .map(code -> tracked(address, trackings.current(), any -> code))
                .orElse(address);
    }

    /** The text as {@link #reserve} has made it or would make it: what isn't reserved yet has the length that it will have. */
    @Transactional
    public String foresee(LinkPlace place, String text) {
        return replaced(
                text,
                address -> tracked(
                        address,
                        trackings.current(),
                        any -> links.code(place, address).orElse(SOMETHING)));
    }

    /** Says which deliveries the parts of a version are; asked at each scheduling, so it's one look where nothing is tracked. */
    @Transactional
    public void bind(VersionId version, PostId post, AccountId account, Map<Integer, DeliveryId> parts) {
        links.bind(version, post, account, parts);
    }

    /** Whether a version has tracked links at all. */
    @Transactional(readOnly = true)
    public boolean any(PostId post, AccountId account) {
        return links.any(post, account);
    }

    /** Says in which delivery the tracked addresses of a text went out. */
    @Transactional
    public void bind(String text, DeliveryId delivery) {
        var codes = new LinkedHashSet<String>();
        var found = OURS.matcher(text);
        while (found.find()) {
            codes.add(found.group(1));
        }
        if (!codes.isEmpty()) {
            links.bind(codes, delivery);
        }
    }

    /** Where one of our own addresses leads; empty for others. */
    @Override
    public Optional<URI> behind(BrandId brand, URI address) {
        return code(address)
                .flatMap(code -> worker.sql("select target from tracked_link where brand_id = :brand and code = :code")
                        .param("brand", brand.value())
                        .param("code", code)
                        .query(String.class)
                        .optional())
                .map(URI::create);
    }

    /** The texts with what was written instead of each tracked address of the brand whose scope it is, in their order. */
    @Transactional(readOnly = true)
    public List<String> written(List<String> texts) {
        var codes = new HashSet<String>();
        texts.forEach(text -> {
            var found = OURS.matcher(text);
            while (found.find()) {
                codes.add(found.group(1));
            }
        });
        if (codes.isEmpty()) {
            return texts;
        }
        var addresses = links.addresses(codes);
        return texts.stream()
                .map(text -> replaced(
                        text,
                        address -> code(address)
                                .flatMap(code -> Optional.ofNullable(addresses.get(code)))
                                .map(URI::create)
                                .orElse(address)))
                .toList();
    }

    private URI tracked(URI address, TrackingRules rules, Function<URI, String> code) {
        return trackable(address) && code(address).isEmpty()
                ? URI.create(base(rules) + "/l/" + code.apply(address))
                : address;
    }

    private String base(TrackingRules rules) {
        var base = rules.domain().isEmpty() ? desk.toString() : rules.domain();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** Where no campaign is told, the one that the address names. */
    private static LinkPlace named(LinkPlace place, URI address) {
        if (!place.word("campaign").isEmpty()) {
            return place;
        }
        var words = new HashMap<>(place.words());
        words.put("campaign", Marks.campaign(address));
        return new LinkPlace(
                place.seed(),
                place.post(),
                place.account(),
                place.part(),
                place.pillar(),
                place.conversation(),
                place.comment(),
                words);
    }

    /** Only the web, in full, and without a name and password for whoever reads along. */
    static boolean trackable(URI address) {
        var scheme = address.getScheme();
        return ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.toString().length() <= ADDRESS_MOST;
    }

    private static Optional<String> code(URI address) {
        var path = OURS.matcher(String.valueOf(address.getPath()));
        return path.matches() && Codes.sound(path.group(1)) ? Optional.of(path.group(1)) : Optional.empty();
    }

    private static String replaced(String text, UnaryOperator<URI> each) {
        return IN_TEXT.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        address(found.group()).map(each).map(URI::toString).orElse(found.group())));
    }

    private static Optional<URI> address(String found) {
        try {
            return Optional.of(new URI(found));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
