package dev.parvi.community;

import dev.parvi.connector.Heard.Kind;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.MemberId;
import dev.parvi.text.Mood;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Conversations as the inbox lists them, in the brand whose scope it is. */
@Repository
class Listings {

    private static final String COLUMNS = """
            c.id, c.account_id, c.network, c.kind, c.delivery_id, left(c.head_text, 160) head, c.state, c.snoozed_until, c.assignee,
            c.priority, c.conflict, c.waiting_since, c.promised_by, c.last_at, c.comments, c.ours, c.unread, c.marks, c.open_marks,
            c.mood, c.language, c.preview, c.last_speaker
            """;

    private final JdbcClient jdbc;

    Listings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a page ended. */
    record Place(int weight, Instant lastAt, long id) {}

    List<Conversation> page(Sieve sieve, Optional<Place> after, int most) {
        var place = after.orElse(new Place(Integer.MAX_VALUE, Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE));
        return with(
                        "select " + COLUMNS + " from conversation c where " + condition(sieve)
                                + " and (c.priority, c.last_at, c.id) < (:weight, :at::timestamptz, :id)"
                                + " order by c.priority desc, c.last_at desc, c.id desc limit :most",
                        sieve)
                .param("weight", place.weight())
                .param("at", place.lastAt().toString())
                .param("id", place.id())
                .param("most", most)
                .query((row, n) -> conversation(row))
                .list();
    }

    /** How many there are, counted no further than {@code most}. */
    int count(Sieve sieve, int most) {
        return with(
                        "select count(*) from (select 1 from conversation c where " + condition(sieve)
                                + " limit :most) found",
                        sieve)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Those of the given ones that the sieve lets through, whatever its words. */
    List<Conversation> among(Collection<Long> ids, Sieve sieve) {
        return with("select " + COLUMNS + " from conversation c where c.id = any(:ids) and " + condition(sieve), sieve)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> conversation(row))
                .list();
    }

    Optional<Conversation> get(ConversationId id) {
        return jdbc.sql("select " + COLUMNS + " from conversation c where c.id = :id")
                .param("id", id.value())
                .query((row, n) -> conversation(row))
                .optional();
    }

    /** An utterance that says what is sought. */
    record Hit(long comment, long conversation, Instant at) {}

    /** The latest before a place, at most so many. */
    List<Hit> saying(String words, Collection<String> languages, Instant before, long beforeId, int most) {
        return jdbc.sql("select * from comments_saying(:words, :languages, :at::timestamptz, :id, :most)")
                .param("words", Clean.text(words, Clean.NAME))
                .param("languages", languages.toArray(String[]::new))
                .param("at", before.toString())
                .param("id", beforeId)
                .param("most", most)
                .query((row, n) -> new Hit(
                        row.getLong("comment_id"),
                        row.getLong("conversation_id"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static String condition(Sieve sieve) {
        var sql = new StringBuilder("c.state = :state");
        sql.append(sieve.waiting() ? " and c.waiting" : "");
        sql.append(sieve.assignee().isPresent() ? " and c.assignee = :assignee" : "");
        sql.append(sieve.account().isPresent() ? " and c.account_id = :account" : "");
        sql.append(sieve.urgency().isPresent() ? " and c.priority = :urgency" : "");
        sql.append(sieve.marks().isEmpty() ? "" : " and c.open_marks & :marks <> 0");
        sql.append(sieve.mood().isEmpty() ? "" : " and c.mood is not distinct from :mood::smallint");
        sql.append(sieve.language().isEmpty() ? "" : " and c.language = :language");
        sql.append(sieve.unanswered() ? " and c.ours = 0" : "");
        // Question, complaint, wish to buy: 1, 2 and 4.
        sql.append(
                sieve.ours()
                        ? " and c.waiting and (c.open_marks & 7 <> 0 or c.kind in ('REVIEW', 'MENTION', 'MESSAGE'))"
                        : "");
        return sql.toString();
    }

    private StatementSpec with(String sql, Sieve sieve) {
        var statement = jdbc.sql(sql).param("state", sieve.state().name());
        sieve.assignee().ifPresent(member -> statement.param("assignee", member.value()));
        sieve.account().ifPresent(account -> statement.param("account", account.value()));
        sieve.urgency().ifPresent(urgency -> statement.param("urgency", urgency.weight()));
        sieve.mood().ifPresent(mood -> statement.param("mood", number(mood)));
        if (!sieve.marks().isEmpty()) {
            statement.param("marks", Marks.bits(sieve.marks()));
        }
        if (!sieve.language().isEmpty()) {
            statement.param("language", sieve.language());
        }
        return statement;
    }

    static @Nullable String number(Mood mood) {
        return switch (mood) {
            case NEGATIVE -> "-1";
            case NEUTRAL -> "0";
            case POSITIVE -> "1";
            case UNSURE -> null;
        };
    }

    static Mood mood(@Nullable Object kept) {
        return switch (kept == null ? 9 : ((Number) kept).intValue()) {
            case -1 -> Mood.NEGATIVE;
            case 0 -> Mood.NEUTRAL;
            case 1 -> Mood.POSITIVE;
            default -> Mood.UNSURE;
        };
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        var delivery = row.getObject("delivery_id", Long.class);
        return new Conversation(
                new ConversationId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                row.getString("network"),
                Kind.valueOf(row.getString("kind")),
                delivery == null ? null : new DeliveryId(delivery),
                row.getString("head"),
                Conversation.State.valueOf(row.getString("state")),
                instant(row.getTimestamp("snoozed_until")),
                new MemberId(row.getLong("assignee")),
                Urgency.of(row.getInt("priority")),
                row.getBoolean("conflict"),
                instant(row.getTimestamp("waiting_since")),
                instant(row.getTimestamp("promised_by")),
                row.getTimestamp("last_at").toInstant(),
                row.getInt("comments"),
                row.getInt("ours"),
                row.getInt("unread"),
                Marks.of(row.getInt("marks")),
                Marks.of(row.getInt("open_marks")),
                mood(row.getObject("mood")),
                row.getString("language"),
                row.getString("preview"),
                row.getString("last_speaker"));
    }

    static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
