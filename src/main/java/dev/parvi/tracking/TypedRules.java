package dev.parvi.tracking;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A brand's rules for tracking as somebody typed them. */
public record TypedRules(
        String domain,
        String source,
        String medium,
        String campaign,
        String content,
        String hosts,
        boolean memory,
        int keepDays) {

    private static final int MARK_MOST = 100;
    private static final int HOSTS_MOST = 50;
    /** Of a host's name, in characters (RFC 1035, 2.3.4). */
    private static final int NAME_MOST = 253;

    public static TypedRules of(TrackingRules rules) {
        return new TypedRules(
                rules.domain(),
                rules.source(),
                rules.medium(),
                rules.campaign(),
                rules.content(),
                String.join(" ", rules.hosts()),
                rules.memory(),
                rules.keepDays());
    }

    /** Keys of messages that say what to mend, by field. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        if (!domain.isBlank() && (domain.length() > NAME_MOST || address(domain.strip()) == null)) {
            faults.put("domain", "tracking.fault.domain");
        }
        Map.of("source", source, "medium", medium, "campaign", campaign, "content", content)
                .forEach((field, mark) -> {
                    if (mark.length() > MARK_MOST
                            || !mark.replaceAll("\\{(network|account|pillar|campaign|kind)}", "")
                                    .matches("[^{}]*")) {
                        faults.put(field, "tracking.fault.mark");
                    }
                });
        if (named().size() > HOSTS_MOST
                || named().stream()
                        .anyMatch(host -> host.length() > NAME_MOST || !host.matches("[a-z0-9-]+(\\.[a-z0-9-]+)*"))) {
            faults.put("hosts", "tracking.fault.hosts");
        }
        if (keepDays < 1 || keepDays > TrackingRules.KEEP_MOST) {
            faults.put("keepDays", "tracking.fault.days");
        }
        return faults;
    }

    TrackingRules rules(String site) {
        var base = address(domain.strip());
        return new TrackingRules(
                base == null ? "" : base,
                source.strip(),
                medium.strip(),
                campaign.strip(),
                content.strip(),
                site,
                named(),
                memory,
                keepDays);
    }

    /** Addresses of pages will do as well: their host counts. */
    private List<String> named() {
        return Stream.of(hosts.split("[\\s,]+"))
                .map(each -> each.toLowerCase(Locale.ROOT)
                        .replaceFirst("^https?://", "")
                        .replaceFirst("[:/].*$", ""))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable String address(String typed) {
        try {
            var uri = URI.create(typed.matches("(?i)https?://.*") ? typed : "https://" + typed);
            var plain = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && List.of("", "/").contains(uri.getRawPath());
            return plain
                    ? uri.getScheme().toLowerCase(Locale.ROOT) + "://"
                            + uri.getRawAuthority().toLowerCase(Locale.ROOT)
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
