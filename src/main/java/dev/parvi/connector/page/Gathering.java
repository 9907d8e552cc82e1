package dev.parvi.connector.page;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Speaker;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.Reads.Figure;
import dev.parvi.connector.Reads.News;
import dev.parvi.connector.Reads.Talk;
import dev.parvi.page.Comment;
import dev.parvi.page.Hearing;
import dev.parvi.page.Uttered;
import dev.parvi.platform.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Reads what is said on the page. The cursor is the number of the last change that was read, so nothing is missed or read twice. */
@Component
final class Gathering {

    /** How much comes at once. */
    static final int AT_ONCE = 200;

    private static final int MOST_UNDER_ONE = 5_000;
    private static final Speaker US = new Speaker("brand", "", "", null, true);

    private final Hearing hearing;

    Gathering(Hearing hearing) {
        this.hearing = hearing;
    }

    News news(Access access, String cursor) throws ConnectorFailed {
        var since = since(cursor);
        var heard = read(access, () -> hearing.since(since, AT_ONCE));
        var last = heard.isEmpty() ? since : heard.getLast().change();
        return new News(heard.stream().map(Gathering::heard).toList(), Long.toString(last), heard.size() == AT_ONCE);
    }

    Talk talk(Access access, String root) throws ConnectorFailed {
        var name = Names.of(root);
        if (name.isEmpty()) {
            throw new ConnectorFailed(new Fault("page.gone", root), false);
        }
        var id = name.get().id();
        return name.get().comment() ? review(access, root, id) : post(access, id);
    }

    private Talk review(Access access, String root, long id) throws ConnectorFailed {
        var said = read(access, () -> hearing.review(id)).stream()
                .map(Gathering::heard)
                .toList();
        var head = said.stream().filter(each -> each.id().equals(root)).findFirst();
        return new Talk(
                head.orElse(null),
                said.stream().filter(each -> !each.id().equals(root)).toList(),
                true,
                Map.of());
    }

    private Talk post(Access access, long id) throws ConnectorFailed {
        return read(access, () -> {
            var under = hearing.under(id, MOST_UNDER_ONE).stream()
                    .map(Gathering::heard)
                    .toList();
            var head = hearing.head(id);
            return new Talk(head(head), under, under.size() < MOST_UNDER_ONE, figures(head));
        });
    }

    private static long since(String cursor) throws ConnectorFailed {
        try {
            return cursor.isEmpty() ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new ConnectorFailed(new Fault("garbage", "no cursor of this page"), false);
        }
    }

    private static <T> T read(Access access, java.util.function.Supplier<T> work) throws ConnectorFailed {
        try {
            return Tenant.in(access.brand(), work::get);
        } catch (DataAccessException | TransactionException e) {
            throw new ConnectorFailed(Counter.fault(e), false);
        }
    }

    private static @Nullable Heard head(Optional<Hearing.Head> head) {
        return head.map(found -> new Heard(
                        Names.post(found.post().id()),
                        Heard.Kind.COMMENT,
                        Names.post(found.post().id()),
                        null,
                        US,
                        words(found),
                        null,
                        found.post().at(),
                        null,
                        Standing.SHOWN,
                        found.address(),
                        found.post().language().isEmpty()
                                ? List.of()
                                : List.of(found.post().language()),
                        Map.of()))
                .orElse(null);
    }

    private static String words(Hearing.Head head) {
        var post = head.post();
        return post.title().isBlank() ? post.text() : (post.title() + "\n\n" + post.text()).strip();
    }

    private static Map<Figure, Long> figures(Optional<Hearing.Head> head) {
        return head.map(found -> Map.of(
                        Figure.LIKES, found.post().likes(),
                        Figure.REPLIES, found.post().comments()))
                .orElse(Map.of());
    }

    private static Heard heard(Uttered said) {
        var comment = said.comment();
        var root = root(comment);
        var parent = comment.parent() == null ? null : Names.comment(comment.parent());
        return new Heard(
                Names.comment(comment.id()),
                comment.stars() == null ? Heard.Kind.COMMENT : Heard.Kind.REVIEW,
                root,
                root.equals(parent) ? null : parent,
                comment.ours() ? US : new Speaker(said.visitor(), comment.name(), "", null, false),
                comment.text(),
                comment.stars(),
                comment.at(),
                comment.editedAt(),
                standing(comment.state()),
                said.address(),
                List.of(),
                Map.of());
    }

    private static String root(Comment comment) {
        if (comment.post() != null) {
            return Names.post(comment.post());
        }
        return Names.comment(comment.parent() == null ? Long.valueOf(comment.id()) : comment.parent());
    }

    private static Standing standing(Comment.State state) {
        return switch (state) {
            case HELD -> Standing.HELD;
            case SHOWN -> Standing.SHOWN;
            case HIDDEN -> Standing.HIDDEN;
            case SPAM -> Standing.SPAM;
            case DELETED -> Standing.DELETED;
        };
    }
}
