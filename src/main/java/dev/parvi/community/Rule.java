package dev.parvi.community;

import dev.parvi.shared.AccountId;
import dev.parvi.text.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a brand wants out of sight. All conditions that are given must hold.
 *
 * @param account empty for all
 * @param words any of them: see {@link RuleWords}; empty where they aren't looked at
 * @param links at least so many; 0 where they aren't looked at
 * @param days the speaker's account is younger; 0 where its age isn't looked at
 */
public record Rule(
        long id,
        String name,
        Optional<AccountId> account,
        List<String> words,
        int links,
        Optional<Mark> mark,
        int days,
        Sight what) {

    private static final int LONGEST_NAME = 60;
    public static final int MOST_WORDS = 200;
    public static final int LONGEST_WORD = 100;
    public static final int MOST_LINKS = 20;
    public static final int MOST_DAYS = 3_650;

    /**
     * An utterance as rules look at it.
     *
     * @param since since when the speaker's account is known to be there; null where they have none
     */
    record Subject(
            AccountId account,
            String text,
            Set<Mark> marks,
            @Nullable Instant since,
            Instant at) {}

    /** The field that is wrong: what is too long or too many, or would never find anything; {@code conditions} where none is given; {@code name} where nothing else is. Empty where nothing is. */
    public Optional<String> wrong() {
        if (words.size() > MOST_WORDS || !words.stream().allMatch(Rule::findable)) {
            return Optional.of("words");
        }
        if (links < 0 || links > MOST_LINKS) {
            return Optional.of("links");
        }
        if (days < 0 || days > MOST_DAYS) {
            return Optional.of("days");
        }
        if (!looks()) {
            return Optional.of("conditions");
        }
        return name.isBlank() || name.length() > LONGEST_NAME ? Optional.of("name") : Optional.empty();
    }

    private static boolean findable(String word) {
        return word.length() <= LONGEST_WORD && RuleWords.readable(word);
    }

    /** Whether it looks at anything at all. */
    boolean looks() {
        return !words.isEmpty() || links > 0 || mark.isPresent() || days > 0;
    }

    boolean finds(Subject said) {
        return looks()
                && account.map(said.account()::equals).orElse(true)
                && mark.map(said.marks()::contains).orElse(true)
                && (days == 0 || young(said))
                && (links == 0 || RuleWords.links(said.text(), links))
                && (words.isEmpty() || RuleWords.of(said.text()).says(words));
    }

    /** Who has no account counts as new. */
    private boolean young(Subject said) {
        return said.since() == null || said.since().isAfter(said.at().minus(Duration.ofDays(days)));
    }
}
