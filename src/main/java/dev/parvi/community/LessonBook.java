package dev.parvi.community;

import dev.parvi.shared.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a brand's moderators have taught, and how well it's understood what people say.
 *
 * @param judged the newest first
 * @param next the number to go on with; null where there are no more
 * @param drawn utterances to be judged, with the conversations they stand in
 * @param learned how many corrections the model is made of
 * @param learnedAt when; null where nothing was learned yet
 * @param learning whether some are still to be learned
 */
public record LessonBook(
        List<Judged> judged,
        @Nullable Long next,
        Rightness rightness,
        List<Drawn> drawn,
        int learned,
        @Nullable Instant learnedAt,
        boolean learning,
        Map<MemberId, String> names) {

    /** @param conversation its number */
    public record Drawn(Said said, long conversation) {}

    /** What people call a member; somebody who left has no name here. */
    public String name(MemberId member) {
        return Objects.requireNonNullElse(names.get(member), "");
    }
}
