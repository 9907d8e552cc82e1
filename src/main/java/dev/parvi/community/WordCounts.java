package dev.parvi.community;

import dev.parvi.community.Reckoning.Load;
import dev.parvi.community.Reckoning.UnderPost;
import dev.parvi.community.Reckoning.Words;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.MemberId;
import dev.parvi.shared.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Counts of what was said and answered, in the brand whose scope it is. Times are those of the words themselves. */
@Repository
class WordCounts {

    private static final String SPANS = """
            with spans as (
                select n, starts, ends from unnest(:starts::timestamptz[], :ends::timestamptz[]) with ordinality s (starts, ends, n))
            """;

    /** By what was understood, since that is indexed by time; what was said in private counts, too. */
    private static final String WORDS = SPANS + """
            select s.n, count(c.id) comments, count(distinct coalesce(c.profile_id::text, 'n ' || c.speaker)) filter (where c.id is not null) people,
                count(c.id) filter (where v.mood = 1) glad, count(c.id) filter (where v.mood = 0) even, count(c.id) filter (where v.mood = -1) upset,
                count(c.id) filter (where v.marks & 1 <> 0) questions, count(c.id) filter (where v.marks & 2 <> 0) complaints,
                count(c.answered_at) answered,
                (percentile_cont(0.5) within group (order by extract(epoch from c.answered_at - c.at))
                    filter (where c.answered_at is not null)) / 60 minutes
            from spans s
            left join verdict v on v.brand_id = current_brand() and v.at >= s.starts and v.at < s.ends
            left join comment c on c.brand_id = v.brand_id and c.id = v.comment_id and not c.us and c.erased_at is null
                and c.standing in ('SHOWN', 'HELD') and (:account::bigint is null or c.account_id = :account)
            group by s.n order by s.n
            """;

    private static final String LOADS = """
            select coalesce(w.member, o.member) member, coalesce(w.answers, 0) answers, w.minutes, coalesce(o.open, 0) open
            from (
                select a.written_by member, count(*) answers,
                    percentile_cont(0.5) within group (order by extract(epoch from a.written_at - c.at)) / 60 minutes
                from own_answer a join comment c on c.brand_id = a.brand_id and c.id = a.comment_id
                where a.brand_id = current_brand() and a.written_at >= :from and a.written_at < :to and a.state <> 'WITHDRAWN'
                group by 1) w
            full join (
                select assignee member, count(*) open from conversation
                where brand_id = current_brand() and state = 'OPEN' and assignee <> 0 group by 1) o on o.member = w.member
            order by 2 desc, 4 desc, 1
            """;

    private final JdbcClient jdbc;

    WordCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<DeliveryId, UnderPost> under(Collection<DeliveryId> posts) {
        var found = new HashMap<DeliveryId, UnderPost>();
        jdbc.sql("""
                select delivery_id, comments, people, counted_at from post_talk
                where brand_id = current_brand() and delivery_id = any(:posts) and counted_at > '-infinity'
                """)
                .param("posts", posts.stream().map(DeliveryId::value).toArray(Long[]::new))
                .query(row -> {
                    found.put(
                            new DeliveryId(row.getLong(1)),
                            new UnderPost(
                                    row.getInt(2),
                                    row.getInt(3),
                                    row.getTimestamp(4).toInstant()));
                });
        return found;
    }

    List<Words> words(@Nullable AccountId account, List<Span> spans) {
        return spans(jdbc.sql(WORDS), spans)
                .param("account", account == null ? null : account.value(), Types.BIGINT)
                .query((row, n) -> words(row))
                .list();
    }

    private static Words words(ResultSet row) throws SQLException {
        return new Words(
                row.getInt("comments"),
                row.getInt("people"),
                row.getInt("glad"),
                row.getInt("even"),
                row.getInt("upset"),
                row.getInt("questions"),
                row.getInt("complaints"),
                row.getInt("answered"),
                minutes(row));
    }

    private static @Nullable Double minutes(ResultSet row) throws SQLException {
        var minutes = row.getDouble("minutes");
        return row.wasNull() ? null : minutes;
    }

    List<Load> loads(Span span) {
        return jdbc.sql(LOADS)
                .param("from", span.from().atOffset(ZoneOffset.UTC))
                .param("to", span.to().atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Load(
                        new MemberId(row.getLong("member")), row.getInt("answers"), minutes(row), row.getInt("open")))
                .list();
    }

    /** Without what was said in private. */
    List<String> questions(Span span, int most) {
        return jdbc.sql("""
                select c.text from verdict v join comment c on c.brand_id = v.brand_id and c.id = v.comment_id
                where v.brand_id = current_brand() and v.at >= :from and v.at < :to and v.marks & 1 <> 0
                  and not c.us and c.erased_at is null and c.kind <> 'MESSAGE' and c.standing in ('SHOWN', 'HELD')
                order by v.at desc limit :most
                """)
                .param("from", span.from().atOffset(ZoneOffset.UTC))
                .param("to", span.to().atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> row.getString(1))
                .list();
    }

    List<int[]> conflicts(List<Span> spans) {
        return spans(jdbc.sql(SPANS + """
                        select s.n,
                            (select count(*) from conflict_case k where k.brand_id = current_brand() and k.opened_at >= s.starts and k.opened_at < s.ends),
                            (select count(*) from conflict_case k where k.brand_id = current_brand() and k.state = 'CLOSED'
                                and k.ended_at >= s.starts and k.ended_at < s.ends)
                        from spans s order by s.n
                        """), spans)
                .query((row, n) -> new int[] {row.getInt(2), row.getInt(3)})
                .list();
    }

    private static StatementSpec spans(StatementSpec statement, List<Span> spans) {
        return statement.param("starts", times(spans, Span::from)).param("ends", times(spans, Span::to));
    }

    private static String[] times(List<Span> spans, Function<Span, Instant> which) {
        return spans.stream().map(each -> which.apply(each).toString()).toArray(String[]::new);
    }
}
