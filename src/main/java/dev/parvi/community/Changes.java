package dev.parvi.community;

import dev.parvi.community.Comments.Added;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells this process, and when the transaction commits every node, that something changed. On the channel
 * {@value #CHANNEL} a message reads {@code brand:conversation,conversation,…}; {@code brand:*} stands for more than
 * {@value #MOST}.
 */
@Component
class Changes {

    static final String CHANNEL = "parvi_conversations";

    /** PostgreSQL takes 8,000 bytes. */
    static final int MOST = 300;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Changes(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    void heard(AccountId account, List<Added> added) {
        if (!added.isEmpty()) {
            events.publishEvent(new CommentsHeard(
                    Tenant.brand().orElseThrow(),
                    account,
                    added.stream().map(each -> new CommentId(each.id())).toList()));
        }
    }

    void changed(Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return;
        }
        var brand = Tenant.brand().orElseThrow();
        var which = conversations.size() > MOST
                ? "*"
                : conversations.stream().map(ConversationId::toString).collect(Collectors.joining(","));
        jdbc.sql("select pg_notify(:channel, :message)")
                .param("channel", CHANNEL)
                .param("message", brand + ":" + which)
                .query((row, n) -> 1)
                .list();
        events.publishEvent(new ConversationsChanged(brand, List.copyOf(conversations)));
    }
}
