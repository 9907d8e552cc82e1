package dev.parvi.listening.web.news;

import dev.parvi.listening.StoryFilter;
import dev.parvi.listening.StoryFilter.Order;
import dev.parvi.listening.StoryFilter.View;
import dev.parvi.shared.SourceId;
import dev.parvi.shared.TopicId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which news were asked for, as it stands in an address.
 *
 * @param order empty: what weighs most first
 */
public record Asked(String view, String order, String language, String source, String topic, String q) {

    private static final int LONGEST = 200;

    static Asked of(Map<String, String> parameters) {
        return new Asked(
                named(View.values(), parameters.get("view"), View.NEW.name()),
                named(Order.values(), parameters.get("order"), ""),
                parameters.getOrDefault("language", "").replaceAll("[^a-z]", ""),
                number(parameters.get("source")),
                number(parameters.get("topic")),
                parameters.getOrDefault("q", "").strip());
    }

    private static String named(Enum<?>[] all, @Nullable String name, String usual) {
        return Stream.of(all)
                .map(Enum::name)
                .filter(each -> each.equals(name))
                .findFirst()
                .orElse(usual);
    }

    private static String number(@Nullable String typed) {
        return typed != null && typed.matches("[1-9]\\d{0,17}") ? typed : "";
    }

    StoryFilter filter() {
        return new StoryFilter(
                View.valueOf(view),
                order.isEmpty() ? Order.WIDE : Order.valueOf(order),
                language,
                source.isEmpty() ? null : new SourceId(Long.parseLong(source)),
                topic.isEmpty() ? null : new TopicId(Long.parseLong(topic)),
                q.length() > LONGEST ? q.substring(0, LONGEST) : q,
                0);
    }

    /** Whether what weighs most stands first. */
    public boolean weighed() {
        return order.isEmpty();
    }

    /** Whether more is asked than a view in its usual order. */
    public boolean narrowed() {
        return !(language + source + topic + q).isEmpty();
    }

    public Asked viewing(String other) {
        return new Asked(other, order, language, source, topic, q);
    }

    public Asked ordered(String other) {
        return new Asked(view, other, language, source, topic, q);
    }

    /** The same as the query of an address, without what is usual. */
    public String query() {
        return Stream.of(
                        Map.entry("view", view.equals(View.NEW.name()) ? "" : view),
                        Map.entry("order", order),
                        Map.entry("language", language),
                        Map.entry("source", source),
                        Map.entry("topic", topic),
                        Map.entry("q", q))
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
