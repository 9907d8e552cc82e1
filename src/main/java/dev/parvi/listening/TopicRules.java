package dev.parvi.listening;

import dev.parvi.listening.TopicRule.Condition;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.TopicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rules by which members of the brand whose scope it is are told of what topics pick. */
@Repository
class TopicRules {

    private static final String COLUMNS =
            "r.id, r.topic_id, r.condition, r.many, r.hours, r.mail, r.push, r.quiet_minutes";

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    TopicRules(JdbcClient jdbc, @Qualifier("worker") JdbcClient worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    /**
     * A rule whose time it is.
     *
     * @param topic its name; empty where it's for all
     * @param made what came before isn't told
     */
    record Due(TopicRule rule, MemberId member, String email, Locale language, String topic, Instant made) {}

    /** Of the member, the oldest first. */
    List<TopicRule> of(MemberId member) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from topic_rule r where r.brand_id = current_brand() and r.member_id = :member order by r.id")
                .param("member", member.value())
                .query(TopicRules::rule)
                .list();
    }

    void add(MemberId member, TopicRule rule, Instant now) {
        jdbc.sql("""
                        insert into topic_rule (brand_id, member_id, topic_id, condition, many, hours, mail, push, quiet_minutes, made_at)
                        values (current_brand(), :member, :topic, :condition, :many, :hours, :mail, :push, :quiet, :now)
                        """)
                .param("member", member.value())
                .param("topic", rule.topic() == null ? null : rule.topic().value())
                .param("condition", rule.condition().name())
                .param("many", rule.many())
                .param("hours", rule.hours())
                .param("mail", rule.mail())
                .param("push", rule.push())
                .param("quiet", rule.quiet().toMinutes())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(MemberId member, long id) {
        jdbc.sql("delete from topic_rule where brand_id = current_brand() and member_id = :member and id = :id")
                .param("member", member.value())
                .param("id", id)
                .update();
    }

    void drop(TopicId topic) {
        jdbc.sql("delete from topic_rule where brand_id = current_brand() and topic_id = :topic")
                .param("topic", topic.value())
                .update();
    }

    /** Of all brands, those with a rule. */
    List<BrandId> brands() {
        return worker.sql("select distinct brand_id from topic_rule")
                .query((row, n) -> new BrandId(row.getLong(1)))
                .list();
    }

    /** Those that aren't quiet now and whose member is still there. */
    List<Long> due(Instant now) {
        return jdbc.sql("""
                        select r.id from topic_rule r where r.brand_id = current_brand()
                        and (r.told_at is null or r.told_at <= :now::timestamptz - make_interval(mins => r.quiet_minutes)) order by r.id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Held until the transaction ends; empty where another node has it, the member has left or the topic is muted. */
    Optional<Due> hold(long id) {
        return jdbc.sql("select " + COLUMNS + """
                        , r.member_id, r.made_at, m.email, m.language, coalesce(t.name, '') as topic
                        from topic_rule r
                        join membership s on s.brand_id = r.brand_id and s.member_id = r.member_id
                        join member m on m.id = r.member_id and m.closed_at is null
                        left join topic t on t.brand_id = r.brand_id and t.id = r.topic_id
                        where r.brand_id = current_brand() and r.id = :id and t.muted_at is null and t.removed_at is null
                        for update of r skip locked
                        """)
                .param("id", id)
                .query((row, n) -> new Due(
                        rule(row, n),
                        new MemberId(row.getLong("member_id")),
                        row.getString("email"),
                        Locale.of(row.getString("language")),
                        row.getString("topic"),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }

    void told(long id, Instant now) {
        jdbc.sql("update topic_rule set told_at = :now where brand_id = current_brand() and id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static TopicRule rule(ResultSet row, int n) throws SQLException {
        return new TopicRule(
                row.getLong("id"),
                topic(row),
                Condition.valueOf(row.getString("condition")),
                row.getInt("many"),
                row.getInt("hours"),
                row.getBoolean("mail"),
                row.getBoolean("push"),
                Duration.ofMinutes(row.getInt("quiet_minutes")));
    }

    private static @Nullable TopicId topic(ResultSet row) throws SQLException {
        var topic = row.getLong("topic_id");
        return row.wasNull() ? null : new TopicId(topic);
    }
}
