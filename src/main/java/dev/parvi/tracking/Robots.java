package dev.parvi.tracking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * Tells people from robots and from what draws a link's preview, by what they call themselves. The words and where they are from
 * stand in {@code tracking/agents.txt}.
 */
final class Robots {

    private static final int KNOWN_MOST = 20_000;
    private static final int AGENT_MOST = 512;

    private final List<String> previews = new ArrayList<>();
    private final List<String> robots = new ArrayList<>();
    private volatile Map<String, Coming> known = new ConcurrentHashMap<>();

    Robots() {
        var into = robots;
        for (var line : lines()) {
            if (line.equals("[preview]")) {
                into = previews;
            } else if (line.equals("[robot]")) {
                into = robots;
            } else if (!line.isBlank() && !line.startsWith("#")) {
                into.add(line.strip());
            }
        }
    }

    /** @param agent as the browser calls itself; nobody's browser says nothing */
    Coming coming(@Nullable String agent) {
        if (agent == null || agent.isBlank() || agent.length() > AGENT_MOST) {
            return Coming.ROBOT;
        }
        var there = known.get(agent);
        if (there != null) {
            return there;
        }
        var coming = read(agent.toLowerCase(Locale.ROOT));
        if (known.size() >= KNOWN_MOST) {
            known = new ConcurrentHashMap<>();
        }
        known.put(agent, coming);
        return coming;
    }

    private Coming read(String agent) {
        if (previews.stream().anyMatch(agent::contains)) {
            return Coming.PREVIEW;
        }
        return robots.stream().anyMatch(agent::contains) ? Coming.ROBOT : Coming.PERSON;
    }

    private static List<String> lines() {
        try {
            return new ClassPathResource("tracking/agents.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
