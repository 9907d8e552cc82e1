package dev.parvi.community;

import dev.parvi.community.Conflict.Closing;
import dev.parvi.community.Conflict.Cooling;
import dev.parvi.community.Conflict.LookBack;
import dev.parvi.community.Conflict.Outcome;
import dev.parvi.community.Conflict.Pledge;
import dev.parvi.community.Conflict.Severity;
import dev.parvi.community.Conflict.State;
import dev.parvi.community.PersonCard.Pledged;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Cases, in the brand whose scope it is. */
@Repository
class Conflicts {

    private final JdbcClient jdbc;

    Conflicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins one; empty where the conversation has a live one. */
    Optional<Long> add(ConversationId conversation, State state, Severity severity, @Nullable Heat heat, Instant now) {
        var statement = jdbc.sql("""
                        insert into conflict_case (brand_id, conversation_id, state, severity, made_at, opened_at,
                            negative, offensive, accusing, threatening, people, points, hot_from, hot_to)
                        values (current_brand(), :conversation, :state, :severity, :now, case when :state = 'OPEN' then :now::timestamptz end,
                            :negative, :offensive, :accusing, :threatening, :people, :points, :from, :to)
                        on conflict (brand_id, conversation_id) where state in ('PROPOSED', 'OPEN') do nothing
                        returning id
                        """)
                .param("conversation", conversation.value())
                .param("state", state.name())
                .param("severity", severity.name())
                .param("now", at(now));
        return heat(statement, heat).query(Long.class).optional();
    }

    Optional<Conflict> get(long id) {
        return one("id = :id", id);
    }

    /** Others wait until this transaction has ended. The conversation is held first, as by those who hear new words in it. */
    Optional<Conflict> held(long id) {
        jdbc.sql("""
                select 1 from conversation where brand_id = current_brand() and id = (
                    select conversation_id from conflict_case where brand_id = current_brand() and id = :id) for update
                """).param("id", id).query((row, n) -> 1).list();
        return one("id = :id for update", id);
    }

    /** The one that is under way, or else the one that ended last, if it was one. */
    Optional<Conflict> on(ConversationId conversation) {
        return one("conversation_id = :id and state <> 'DECLINED' order by id desc limit 1", conversation.value());
    }

    /** The one that is under way, held like the conversation. */
    Optional<Conflict> live(ConversationId conversation) {
        jdbc.sql("select 1 from conversation where brand_id = current_brand() and id = :id for update")
                .param("id", conversation.value())
                .query((row, n) -> 1)
                .list();
        return one("conversation_id = :id and state in ('PROPOSED', 'OPEN') for update", conversation.value());
    }

    /** What was promised in the cases that these people are in, the latest case first. */
    List<Pledged> pledged(Collection<Long> profiles, int most) {
        return jdbc.sql("""
                select id, pledge, pledge_by, pledge_kept_at from conflict_case c
                where brand_id = current_brand() and pledge <> '' and exists (
                    select 1 from conflict_person p
                    where p.brand_id = c.brand_id and p.case_id = c.id and p.profile_id = any(:profiles) and p.profile_id <> 0)
                order by id desc limit :most
                """)
                .param("profiles", profiles.toArray(Long[]::new))
                .param("most", most)
                .query((row, n) -> new Pledged(row.getLong("id"), pledge(row)))
                .list();
    }

    private Optional<Conflict> one(String which, long id) {
        return jdbc.sql("select * from conflict_case where brand_id = current_brand() and " + which)
                .param("id", id)
                .query((row, n) -> conflict(row))
                .optional();
    }

    /** All that may change of it. */
    void put(Conflict conflict) {
        var closing = conflict.closing();
        var pledge = conflict.pledge();
        var lookBack = conflict.lookBack();
        var statement = jdbc.sql("""
                        update conflict_case set state = :state, severity = :severity, about = :about, opened_at = :opened,
                            second = :second, cool_until = :until, pledge = :pledge, pledge_by = :by, pledge_kept_at = :kept,
                            outcome = :outcome, words = :words, ended_at = :ended, ended_by = :member,
                            look_at = :look, looked_at = :looked, seen_at = :seen,
                            negative = :negative, offensive = :offensive, accusing = :accusing, threatening = :threatening,
                            people = :people, points = :points, hot_from = :from, hot_to = :to
                        where brand_id = current_brand() and id = :id
                        """)
                .param("id", conflict.id())
                .param("state", conflict.state().name())
                .param("severity", conflict.severity().name())
                .param("about", conflict.about())
                .param("opened", at(conflict.openedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("second", conflict.cooling().second())
                .param("until", at(conflict.cooling().until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("pledge", pledge == null ? "" : pledge.text())
                .param("by", pledge == null ? null : at(pledge.by()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("kept", pledge == null ? null : at(pledge.keptAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("outcome", outcome(closing), Types.VARCHAR)
                .param("words", closing == null ? "" : closing.words())
                .param("ended", closing == null ? null : at(closing.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("member", closing == null ? null : closing.by().value(), Types.BIGINT)
                .param("look", lookBack == null ? null : at(lookBack.due()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("looked", lookBack == null ? null : at(lookBack.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("seen", lookBack == null ? null : at(lookBack.seenAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        heat(statement, conflict.heat()).update();
    }

    /** The latest first. */
    List<Conflict> in(State state, int most) {
        return jdbc.sql("""
                select * from conflict_case where brand_id = current_brand() and state = :state order by id desc limit :most
                """)
                .param("state", state.name())
                .param("most", most)
                .query((row, n) -> conflict(row))
                .list();
    }

    /** Those looked back on that nobody has seen since, the latest first. */
    List<Conflict> unseen(int most) {
        return jdbc.sql("""
                select * from conflict_case
                where brand_id = current_brand() and state = 'CLOSED' and looked_at is not null and seen_at is null
                order by looked_at desc, id desc limit :most
                """)
                .param("most", most)
                .query((row, n) -> conflict(row))
                .list();
    }

    /** Those that are to be looked back on by now, the longest due first. Those that somebody holds are left out. */
    List<Conflict> due(Instant now, int most) {
        return jdbc.sql("""
                select * from conflict_case
                where brand_id = current_brand() and state = 'CLOSED' and looked_at is null and look_at <= :now
                order by look_at limit :most for update skip locked
                """)
                .param("now", at(now))
                .param("most", most)
                .query((row, n) -> conflict(row))
                .list();
    }

    /** What ended since then, with an outcome. */
    List<Conflict> ended(Instant since) {
        return jdbc.sql("""
                select * from conflict_case
                where brand_id = current_brand() and state = 'CLOSED' and ended_at >= :since order by id
                """)
                .param("since", at(since))
                .query((row, n) -> conflict(row))
                .list();
    }

    /** Takes the words away of all cases that these people are in; what happened when stays. */
    List<Long> forget(Collection<Long> profiles, Instant now) {
        return jdbc.sql("""
                update conflict_case k set about = '', pledge = case when pledge = '' then '' else '…' end, words = '', erased_at = :now
                where k.brand_id = current_brand() and k.id in (
                    select case_id from conflict_person where brand_id = current_brand() and profile_id = any(:profiles))
                returning k.id
                """)
                .param("profiles", profiles.toArray(Long[]::new))
                .param("now", at(now))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private static StatementSpec heat(StatementSpec statement, @Nullable Heat heat) {
        return statement
                .param("negative", heat == null ? null : heat.negative(), Types.INTEGER)
                .param("offensive", heat == null ? null : heat.offensive(), Types.INTEGER)
                .param("accusing", heat == null ? null : heat.accusing(), Types.INTEGER)
                .param("threatening", heat == null ? null : heat.threatening(), Types.INTEGER)
                .param("people", heat == null ? null : heat.people(), Types.INTEGER)
                .param("points", heat == null ? null : heat.points(), Types.INTEGER)
                .param("from", heat == null ? null : at(heat.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", heat == null ? null : at(heat.to()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String outcome(@Nullable Closing closing) {
        return closing == null || closing.outcome() == null
                ? null
                : closing.outcome().name();
    }

    private static Conflict conflict(ResultSet row) throws SQLException {
        return new Conflict(
                row.getLong("id"),
                new ConversationId(row.getLong("conversation_id")),
                State.valueOf(row.getString("state")),
                Severity.valueOf(row.getString("severity")),
                row.getString("about"),
                row.getObject("points") == null ? null : heat(row),
                row.getTimestamp("made_at").toInstant(),
                Listings.instant(row.getTimestamp("opened_at")),
                new Cooling(row.getBoolean("second"), Listings.instant(row.getTimestamp("cool_until"))),
                row.getString("pledge").isEmpty() ? null : pledge(row),
                row.getTimestamp("ended_at") == null ? null : closing(row),
                row.getTimestamp("look_at") == null ? null : lookBack(row),
                row.getTimestamp("erased_at") != null);
    }

    private static Heat heat(ResultSet row) throws SQLException {
        return new Heat(
                row.getInt("negative"),
                row.getInt("offensive"),
                row.getInt("accusing"),
                row.getInt("threatening"),
                row.getInt("people"),
                row.getInt("points"),
                row.getTimestamp("hot_from").toInstant(),
                row.getTimestamp("hot_to").toInstant());
    }

    private static Pledge pledge(ResultSet row) throws SQLException {
        return new Pledge(
                row.getString("pledge"),
                Listings.instant(row.getTimestamp("pledge_by")),
                Listings.instant(row.getTimestamp("pledge_kept_at")));
    }

    private static Closing closing(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Closing(
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("words"),
                row.getTimestamp("ended_at").toInstant(),
                new MemberId(row.getLong("ended_by")));
    }

    private static LookBack lookBack(ResultSet row) throws SQLException {
        return new LookBack(
                row.getTimestamp("look_at").toInstant(),
                Listings.instant(row.getTimestamp("looked_at")),
                Listings.instant(row.getTimestamp("seen_at")));
    }
}
