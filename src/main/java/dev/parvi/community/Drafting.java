package dev.parvi.community;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what a member writes as they type, and tells the others that they do. On the channel {@value #CHANNEL} a message reads
 * {@code brand:conversation}.
 */
@Component
public class Drafting {

    static final String CHANNEL = "parvi_writing";

    /** Who hasn't typed for so long isn't writing any more. */
    static final Duration LASTS = Duration.ofSeconds(40);

    private final AnswerDrafts drafts;
    private final Listings listings;
    private final JdbcClient jdbc;
    private final Clock clock;

    Drafting(AnswerDrafts drafts, Listings listings, JdbcClient jdbc, Clock clock) {
        this.drafts = drafts;
        this.listings = listings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws NoSuchConversation where there is none */
    @Transactional
    public void keep(Seat seat, ConversationId id, CommentId comment, String text) {
        seat.needs(Right.MODERATE);
        if (listings.get(id).isEmpty()) {
            throw new NoSuchConversation("conversation " + id);
        }
        var now = clock.instant();
        var until = text.isBlank() ? now : now.plus(LASTS);
        var began = drafts.put(id, seat.member(), comment, Clean.text(text, Clean.TEXT), now, until);
        if (began || text.isBlank()) {
            tell(id);
        }
    }

    /** Forgets it. */
    @Transactional
    public void drop(Seat seat, ConversationId id) {
        seat.needs(Right.MODERATE);
        drafts.drop(id, seat.member());
        tell(id);
    }

    /** Who writes just now, by conversation; any member may look. */
    @Transactional(readOnly = true)
    public Map<ConversationId, List<MemberId>> writing() {
        return drafts.writing(clock.instant());
    }

    private void tell(ConversationId id) {
        jdbc.sql("select pg_notify(:channel, :message)")
                .param("channel", CHANNEL)
                .param("message", Tenant.brand().orElseThrow() + ":" + id)
                .query((row, n) -> 1)
                .list();
    }
}
