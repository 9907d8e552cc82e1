package dev.parvi.today;

import dev.parvi.community.CatchingUp.Missed;
import dev.parvi.listening.Ranked;
import dev.parvi.listening.Rise;
import dev.parvi.listening.Source;
import dev.parvi.listening.Tip;
import java.time.Instant;
import java.util.List;

/**
 * The morning in a few lines.
 *
 * @param stories those that matter and that the reader hasn't seen or that we haven't posted, the weightiest first
 * @param rising what grows faster than usual
 * @param night who spoke to us since the evening before
 * @param tips stories that colleagues passed to the reader
 * @param gone sources that were found gone for good lately
 */
public record Digest(
        List<Ranked> stories, List<Rise> rising, Missed night, List<Tip> tips, List<Source> gone, Instant now) {

    public boolean quiet() {
        return stories.isEmpty() && rising.isEmpty() && tips.isEmpty() && gone.isEmpty();
    }
}
