package dev.parvi.community;

import dev.parvi.text.Mark;
import dev.parvi.text.Mood;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rule by which a conflict is proposed. Of what people said within {@link #WINDOW} of the last word a negative mood, a complaint
 * or a raised voice counts one point; an insult, an accusation (or anything negative that is said to somebody) and a threat two
 * each, unless laughing. It's a conflict with {@link #POINTS} points and {@link #SHARP} comments that insult, accuse or threaten,
 * or one of {@link #HEATED} that count at all. Who spoke gladly last doesn't count any more. Measured on labelled conversations:
 * docs/conflicts.md.
 */
final class Friction {

    static final Duration WINDOW = Duration.ofHours(24);
    static final int POINTS = 5;
    static final int SHARP = 2;
    static final int HEATED = 4;

    /** Those in which the words of a quarrel are known. They are looked for in all at once: a short word's language can't be told. */
    static final List<String> LANGUAGES = List.of("en", "fi", "ru");

    private static final String LAUGHING = "😂🤣😹😆😅😜😝🤪😉";
    /** A raised voice: a cry, or a word in capitals that is none of the usual short ones. */
    private static final Pattern RAISED = Pattern.compile("[!?]!|!\\?|(?<!\\p{L})\\p{Lu}{4,40}(?!\\p{L})");

    private static final int PLAIN = 1;
    private static final int WEIGHTY = 2;

    private Friction() {}

    /**
     * One utterance.
     *
     * @param who the same for what one person says
     */
    record Line(long comment, boolean us, String who, Instant at, Mood mood, Set<Mark> marks, String text) {}

    /** What one utterance adds. */
    record Sign(boolean negative, boolean offensive, boolean accusing, boolean threatening) {

        int points() {
            return (negative ? PLAIN : 0)
                    + (offensive ? WEIGHTY : 0)
                    + (accusing ? WEIGHTY : 0)
                    + (threatening ? WEIGHTY : 0);
        }

        boolean sharp() {
            return offensive || accusing || threatening;
        }
    }

    /**
     * What there is between people now; empty where it isn't enough for a conflict.
     *
     * @param lines by time
     */
    static Optional<Heat> of(List<Line> lines) {
        var heated = heated(lines);
        var sharp = heated.values().stream().filter(Sign::sharp).count();
        var points = heated.values().stream().mapToInt(Sign::points).sum();
        var enough = sharp >= SHARP || sharp > 0 && heated.size() >= HEATED;
        return points >= POINTS && enough ? Optional.of(told(lines, heated, points)) : Optional.empty();
    }

    /** The utterances that count, by their numbers. */
    static Map<Long, Sign> heated(List<Line> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        var since = lines.getLast().at().minus(WINDOW);
        var signs = new HashMap<Long, Sign>();
        var glad = new HashMap<String, Boolean>();
        for (var line : lines) {
            if (!line.us() && !line.at().isBefore(since)) {
                var sign = sign(line);
                signs.put(line.comment(), sign);
                glad.put(line.who(), line.mood() == Mood.POSITIVE && !sign.sharp());
            }
        }
        lines.stream()
                .filter(line -> glad.getOrDefault(line.who(), false))
                .forEach(line -> signs.remove(line.comment()));
        signs.values().removeIf(sign -> sign.points() == 0);
        return signs;
    }

    static Sign sign(Line line) {
        var text = VoiceText.of(line.text());
        var negative = line.mood() == Mood.NEGATIVE;
        var addressed = says("you", text);
        if (laughs(text) || line.mood() == Mood.POSITIVE && !addressed) {
            return new Sign(negative, line.marks().contains(Mark.OFFENSIVE), false, false);
        }
        return new Sign(
                negative
                        || line.marks().contains(Mark.COMPLAINT)
                        || RAISED.matcher(text.text()).find(),
                line.marks().contains(Mark.OFFENSIVE) || says("insult", text),
                negative && addressed || says("accuse", text),
                says("threat", text));
    }

    private static boolean laughs(VoiceText text) {
        return says("laugh", text)
                || !text.laughingBrackets().isEmpty()
                || text.emoji().stream().anyMatch(each -> LAUGHING.contains(VoiceText.first(each)));
    }

    private static boolean says(String section, VoiceText text) {
        return LANGUAGES.stream()
                .anyMatch(each -> VoiceLexicon.ofConflicts(each).any(section, text));
    }

    private static Heat told(List<Line> lines, Map<Long, Sign> heated, int points) {
        var those = lines.stream()
                .filter(line -> heated.containsKey(line.comment()))
                .toList();
        var people = new HashSet<String>();
        those.forEach(line -> people.add(line.who()));
        return new Heat(
                (int) heated.values().stream().filter(Sign::negative).count(),
                (int) heated.values().stream().filter(Sign::offensive).count(),
                (int) heated.values().stream().filter(Sign::accusing).count(),
                (int) heated.values().stream().filter(Sign::threatening).count(),
                people.size(),
                points,
                those.getFirst().at(),
                those.getLast().at());
    }
}
