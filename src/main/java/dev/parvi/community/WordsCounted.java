package dev.parvi.community;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of one conversation on the way to its figures. Counted here and not by PostgreSQL, since it has to take as long as
 * the conversation is, whatever the planner believes of it and however deep people answer each other.
 */
final class WordsCounted {

    /** @param who tells people apart; all of us are one */
    record Word(UUID key, @Nullable UUID parent, boolean us, Instant at, String who) {}

    private final Map<UUID, Word> words = new HashMap<>();
    private final Set<UUID> answered = new HashSet<>();
    private final Set<UUID> answeredByUs = new HashSet<>();
    private int among;
    private int ours;
    private @Nullable Instant firstAmong;

    void add(Word word) {
        words.put(word.key(), word);
    }

    Exchange exchange() {
        words.values().forEach(this::answers);
        var theirs = words.values().stream().filter(each -> !each.us()).toList();
        var first = theirs.stream().map(Word::at).min(Instant::compareTo).orElse(null);
        var word = ourWordAfter(first);
        var byUs = word != null && (firstAmong == null || !word.isAfter(firstAmong));
        return new Exchange(
                (int) theirs.stream().map(Word::who).distinct().count(),
                depth(),
                theirs.size(),
                among,
                ours,
                answered.size(),
                answeredByUs.size(),
                between(first, byUs ? word : firstAmong),
                byUs);
    }

    private void answers(Word word) {
        var asked = asked(word);
        if (asked == null || asked.who().equals(word.who())) {
            return;
        }
        if (!asked.us()) {
            answered.add(asked.key());
        }
        if (word.us()) {
            ours++;
            answeredByUs.add(asked.key());
        } else if (!asked.us()) {
            among++;
            firstAmong = firstAmong == null || word.at().isBefore(firstAmong) ? word.at() : firstAmong;
        }
    }

    private @Nullable Word asked(Word word) {
        return word.parent() == null || word.parent().equals(word.key()) ? null : words.get(word.parent());
    }

    private @Nullable Instant ourWordAfter(@Nullable Instant first) {
        return words.values().stream()
                .filter(each -> each.us() && first != null && each.at().isAfter(first))
                .map(Word::at)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static @Nullable Duration between(@Nullable Instant first, @Nullable Instant then) {
        if (first == null || then == null) {
            return null;
        }
        var seconds = Duration.between(first, then).toSeconds();
        return Duration.ofSeconds(Math.max(0, seconds));
    }

    /** Level by level from those that answer nothing that is to be read; what answers in a ring hangs on none of them. */
    private int depth() {
        var below = new HashMap<UUID, List<Word>>();
        var level = new ArrayList<Word>();
        for (var word : words.values()) {
            var asked = asked(word);
            (asked == null ? level : below.computeIfAbsent(asked.key(), key -> new ArrayList<>())).add(word);
        }
        var depth = 0;
        List<Word> next = level;
        while (!next.isEmpty() && depth < Exchange.DEEPEST) {
            depth++;
            next = next.stream()
                    .flatMap(each -> Stream.ofNullable(below.get(each.key())))
                    .flatMap(List::stream)
                    .toList();
        }
        return depth;
    }
}
