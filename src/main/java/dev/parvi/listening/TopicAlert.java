package dev.parvi.listening;

import dev.parvi.listening.TopicRule.Condition;
import java.time.Instant;
import java.util.List;

/**
 * What a member was told.
 *
 * @param topic its name then; empty where the rule is for all
 * @param things stories of {@link Condition#GROWING}, sources of {@link Condition#GONE}, else items; the latest first
 * @param lines the same in words
 * @param many how many in all
 * @param fresh whether the member hasn't looked since
 */
public record TopicAlert(
        long id,
        Condition condition,
        String topic,
        List<Long> things,
        List<String> lines,
        int many,
        int hours,
        Instant at,
        boolean fresh) {}
