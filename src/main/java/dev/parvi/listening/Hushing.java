package dev.parvi.listening;

import dev.parvi.shared.SourceId;
import dev.parvi.shared.StoryId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mutes what nobody wants to hear of: a story, a word, a source. All of it can be taken back. */
@Component
public class Hushing {

    /** The most muted words of a brand. */
    public static final int MOST = 200;

    private static final int LONGEST = 60;
    private static final int SHORTEST = 2;

    private final StoryMarks marks;
    private final MutedWords words;
    private final Sources sources;
    private final Clock clock;

    Hushing(StoryMarks marks, MutedWords words, Sources sources, Clock clock) {
        this.marks = marks;
        this.words = words;
        this.sources = sources;
        this.clock = clock;
    }

    /** A muted word, or several that must all be there. */
    public record Word(long id, String word, Instant at) {}

    /** What came of muting a word. */
    public enum Muted {
        DONE,
        /** Shorter than 2 letters, or longer than 60. */
        NO_WORD,
        /** There are {@link #MOST} already. */
        TOO_MANY
    }

    @Transactional
    public void story(Seat seat, StoryId story, boolean muted) {
        seat.needs(Right.WRITE);
        marks.mute(story, muted ? clock.instant() : null);
    }

    /** Hides stories that have it in a title, in any form: those of the last {@link Browsing#BACK}, and all to come. */
    @Transactional
    public Muted word(Seat seat, String word) {
        seat.needs(Right.WRITE);
        var even = word.strip().replaceAll("\\s+", " ");
        var stems = StoryWords.forms(even);
        if (even.length() < SHORTEST || even.length() > LONGEST || stems.length == 0) {
            return Muted.NO_WORD;
        }
        if (words.count() >= MOST) {
            return Muted.TOO_MANY;
        }
        var now = clock.instant();
        words.add(even, stems, seat.member(), now);
        words.muteSince(now.minus(Browsing.BACK), now);
        return Muted.DONE;
    }

    @Transactional
    public void unmuteWord(Seat seat, long id) {
        seat.needs(Right.WRITE);
        var now = clock.instant();
        words.remove(id).ifPresent(word -> {
            words.unmute(word);
            // another muted word may hide some of them still
            words.muteSince(now.minus(Browsing.BACK), now);
        });
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<Word> words(Seat seat) {
        return words.all();
    }

    /** Its items are kept and grouped; a story that only muted sources tell isn't listed. */
    @Transactional
    public void source(Seat seat, SourceId source, boolean muted) {
        seat.needs(Right.WRITE);
        sources.mute(source, muted ? clock.instant() : null);
    }
}
