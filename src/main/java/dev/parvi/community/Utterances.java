package dev.parvi.community;

import dev.parvi.community.Said.Former;
import dev.parvi.community.Said.Understood;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.Sent;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.text.Basis;
import dev.parvi.text.Mood;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was said, as it is read by people, in the brand whose scope it is. */
@Repository
class Utterances {

    private static final TypeReference<Map<String, String>> MARKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Utterances(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The shape of a conversation by time; of more than {@code most} the latest. */
    List<Outline.Twig> outline(ConversationId id, int most) {
        return jdbc.sql("""
                select * from (
                    select id, key, parent_key, us, at, standing in ('SHOWN', 'HELD') and gone_at is null as open, coalesce(delivery_id, 0) delivery from comment
                    where brand_id = current_brand() and conversation_id = :id
                      and account_id = (select k.account_id from conversation k where k.brand_id = current_brand() and k.id = :id)
                    order by at desc, id desc limit :most) latest
                order by at, id
                """)
                .param("id", id.value())
                .param("most", most)
                .query((row, n) -> new Outline.Twig(
                        row.getLong("id"),
                        row.getObject("key", UUID.class),
                        row.getObject("parent_key", UUID.class),
                        row.getBoolean("us"),
                        row.getBoolean("open"),
                        row.getLong("delivery")))
                .list();
    }

    Map<Long, Said> said(Collection<Long> ids) {
        var former = former(ids);
        var said = new HashMap<Long, Said>();
        jdbc.sql("""
                select c.id, c.kind, coalesce(nullif(p.name, ''), nullif(p.handle, ''), c.speaker) speaker, coalesce(p.handle, '') handle,
                    coalesce(c.profile_id, 0) profile, coalesce(p.address, '') profile_address, c.us, c.standing, c.gone_at,
                    c.erased_at is not null erased, c.at, c.edited_at, c.answered_at, c.stars, c.text, c.cut, c.address, c.delivery_id,
                    v.comment_id is not null and not c.us understood, v.language, v.mood, v.mood_confidence, v.mood_basis, v.marks, v.unsure,
                    v.ruled, v.learned
                from comment c
                left join profile p on p.brand_id = c.brand_id and p.id = c.profile_id
                left join verdict v on v.brand_id = c.brand_id and v.comment_id = c.id
                where c.brand_id = current_brand() and c.id = any(:ids)
                """).param("ids", ids.toArray(Long[]::new)).query(row -> {
            said.put(row.getLong("id"), said(row, former.getOrDefault(row.getLong("id"), List.of())));
        });
        return said;
    }

    /** By utterance the conversation it stands in. */
    Map<Long, Long> conversations(Collection<Long> ids) {
        var where = new HashMap<Long, Long>();
        jdbc.sql("select id, conversation_id from comment where brand_id = current_brand() and id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    where.put(row.getLong("id"), row.getLong("conversation_id"));
                });
        return where;
    }

    private Map<Long, List<Former>> former(Collection<Long> ids) {
        var former = new HashMap<Long, List<Former>>();
        jdbc.sql("""
                select comment_id, text, until, stars from comment_version
                where brand_id = current_brand() and comment_id = any(:ids) order by comment_id, number
                """).param("ids", ids.toArray(Long[]::new)).query(row -> {
            former.computeIfAbsent(row.getLong("comment_id"), id -> new ArrayList<>())
                    .add(new Former(
                            row.getString("text"),
                            row.getTimestamp("until").toInstant(),
                            row.getObject("stars", Integer.class)));
        });
        return former;
    }

    private static Said said(ResultSet row, List<Former> before) throws SQLException {
        var delivery = row.getLong("delivery_id");
        return new Said(
                new CommentId(row.getLong("id")),
                Kind.valueOf(row.getString("kind")),
                row.getString("speaker"),
                row.getString("handle"),
                row.getLong("profile"),
                web(row.getString("profile_address")),
                row.getBoolean("us"),
                Standing.valueOf(row.getString("standing")),
                time(row, "gone_at"),
                row.getBoolean("erased"),
                row.getTimestamp("at").toInstant(),
                time(row, "edited_at"),
                time(row, "answered_at"),
                row.getObject("stars", Integer.class),
                row.getString("text"),
                row.getBoolean("cut"),
                web(row.getString("address")),
                delivery == 0 ? null : new DeliveryId(delivery),
                row.getBoolean("understood") ? understood(row) : null,
                before);
    }

    private static Understood understood(ResultSet row) throws SQLException {
        return new Understood(
                row.getString("language"),
                mood(row.getObject("mood", Integer.class)),
                row.getDouble("mood_confidence"),
                Basis.valueOf(row.getString("mood_basis")),
                Marks.of(row.getInt("marks")),
                Marks.of(row.getInt("unsure")),
                Marks.of(row.getInt("ruled")),
                Marks.of(row.getInt("learned")));
    }

    static Mood mood(@Nullable Integer kept) {
        return switch (kept) {
            case -1 -> Mood.NEGATIVE;
            case 0 -> Mood.NEUTRAL;
            case 1 -> Mood.POSITIVE;
            case null, default -> Mood.UNSURE;
        };
    }

    /** An utterance as it can be answered and moderated. */
    record Target(
            ConversationId conversation, long account, Sent sent, String speakerId, String speaker, String handle) {}

    /** Empty where it isn't there, and where it was erased. */
    Optional<Target> target(CommentId id) {
        return jdbc.sql("""
                select c.conversation_id, c.account_id, c.external_id, c.address, c.sent_marks, coalesce(p.external_id, '') speaker_id,
                    coalesce(p.name, c.speaker) speaker, coalesce(p.handle, '') handle
                from comment c left join profile p on p.brand_id = c.brand_id and p.id = c.profile_id
                where c.brand_id = current_brand() and c.id = :id and c.external_id <> ''
                """)
                .param("id", id.value())
                .query((row, n) -> new Target(
                        new ConversationId(row.getLong("conversation_id")),
                        row.getLong("account_id"),
                        new Sent(
                                row.getString("external_id"),
                                URI.create(row.getString("address")),
                                json.readValue(row.getString("sent_marks"), MARKS)),
                        row.getString("speaker_id"),
                        row.getString("speaker"),
                        row.getString("handle")))
                .optional();
    }

    /** What the network now says of it, known because we have just changed it there. */
    void stands(CommentId id, Standing standing) {
        jdbc.sql(
                        "update comment set standing = :standing, gone_at = null where brand_id = current_brand() and id = :id")
                .param("standing", standing.name())
                .param("id", id.value())
                .update();
    }

    /** Strangers write addresses: only those that a browser may open are given to it. */
    static @Nullable URI web(String address) {
        try {
            var uri = URI.create(address);
            return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()) ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
