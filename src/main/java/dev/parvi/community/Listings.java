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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private static final String ORDER = " order by c.priority desc, c.last_at desc, c.id desc";

    private static final String BEHIND =
            " and (c.priority, c.last_at, c.id) < (:weight, :at::timestamptz, :id)" + ORDER;

    /** Looked through at once, where no index narrows: takes some milliseconds. */
    private static final int WINDOW = 2_000;

    private final JdbcClient jdbc;

    Listings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a page ended. */
    record Place(int weight, Instant lastAt, long id) {}

    /**
     * The next {@code most} behind a place. Of what no index narrows, {@value #WINDOW} are looked through: with fewer found there
     * may be more behind {@link #end}.
     */
    List<Conversation> page(Sieve sieve, Optional<Place> after, int most) {
        return behind(
                        "select " + COLUMNS + " from (select * from conversation c where " + tight(sieve) + BEHIND
                                + " limit :window) c where " + loose(sieve) + ORDER + " limit :most",
                        sieve,
                        after)
                .param("most", most)
                .query((row, n) -> conversation(row))
                .list();
    }

    /** Where the looking through ended; empty where it came to the end of all. */
    Optional<Place> end(Sieve sieve, Optional<Place> after) {
        return behind(
                        "select c.priority, c.last_at, c.id from conversation c where " + tight(sieve) + BEHIND
                                + " offset :window - 1 limit 1",
                        sieve,
                        after)
                .query((row, n) -> new Place(
                        row.getInt("priority"), row.getTimestamp("last_at").toInstant(), row.getLong("id")))
                .optional();
    }

    /** @param all whether none was left out */
    record Some(int n, boolean all) {}

    /** How many there are among the first {@value #WINDOW}. */
    Some count(Sieve sieve) {
        return behind(
                        "select count(*) filter (where " + loose(sieve)
                                + ") n, count(*) seen from (select * from conversation c where " + tight(sieve) + BEHIND
                                + " limit :window) c",
                        sieve,
                        Optional.empty())
                .query((row, n) -> new Some(row.getInt("n"), row.getInt("seen") < WINDOW))
                .single();
    }

    private StatementSpec behind(String sql, Sieve sieve, Optional<Place> after) {
        var place = after.orElse(new Place(Integer.MAX_VALUE, Instant.parse("9999-12-31T00:00:00Z"), Long.MAX_VALUE));
        return with(sql, sieve)
                .param("weight", place.weight())
                .param("at", place.lastAt().toString())
                .param("id", place.id())
                .param("window", WINDOW);
    }

    /** Those of the given ones that the sieve lets through, whatever its words. */
    List<Conversation> among(Collection<Long> ids, Sieve sieve) {
        return with(
                        "select " + COLUMNS + " from conversation c where c.id = any(:ids) and " + tight(sieve)
                                + " and " + loose(sieve),
                        sieve)
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

    /** By their numbers; what isn't there is missing. */
    Map<ConversationId, Conversation> all(Collection<ConversationId> ids) {
        return jdbc
                .sql("select " + COLUMNS
                        + " from conversation c where c.brand_id = current_brand() and c.id = any(:ids)")
                .param("ids", ids.stream().map(ConversationId::value).toArray(Long[]::new))
                .query((row, n) -> conversation(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Conversation::id, Function.identity()));
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

    /** What one index serves, order included: the state, the urgency, and one of account, assignee and waiting. */
    private static String tight(Sieve sieve) {
        // Spelt out, since what is open and what rests have indexes of their own.
        var sql = new StringBuilder("c.state = '" + sieve.state().name() + "'");
        sql.append(sieve.urgency().isPresent() ? " and c.priority = :urgency" : "");
        if (sieve.account().isPresent()) {
            sql.append(" and c.account_id = :account");
        } else if (sieve.assignee().isPresent()) {
            sql.append(" and c.assignee = :assignee");
        } else if (sieve.waiting()) {
            sql.append(" and c.waiting");
        }
        return sql.toString();
    }

    private static String loose(Sieve sieve) {
        var sql = new StringBuilder("true");
        sql.append(sieve.assignee().isPresent() ? " and c.assignee = :assignee" : "");
        sql.append(sieve.waiting() ? " and c.waiting" : "");
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
        var statement = jdbc.sql(sql);
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
