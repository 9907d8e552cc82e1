package dev.parvi.tracking;

import dev.parvi.tracking.Result.Credit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The same as {@link Attributing#by} for posts, answers, accounts, pillars and campaigns at once, each with its first lines and the rest added up: all
 * sums are read once and put together in the database, since a brand of some years has very many links.
 */
@Component
public class Surveying {

    /** Of links there are very many, so they are read once, and what there are few of is added up from each other. */
    private static final String SURVEY = """
            with came as (select * from unnest(cast(:links as int[]), cast(:people as int[])) u (link_id, p)),
            credited as (
                select s.link_id, sum(firsts) f, sum(lasts) t, sum(linear) n,
                    sum(first_value) filter (where currency = :currency) fv, sum(last_value) filter (where currency = :currency) tv,
                    sum(linear_value) filter (where currency = :currency) nv
                from unnest(cast(:levels as int[]), cast(:from as int[]), cast(:until as int[])) r (level, a, b) join credit_sum s
                    on s.brand_id = current_brand() and s.level = r.level and s.slot >= r.a and s.slot < r.b and s.link_id >= 0
                group by 1),
            links as materialized (
                select l.post_id post, case when l.comment_id is not null then l.conversation_id end answer, l.account_id account,
                    l.pillar_id pillar, nullif(l.campaign, '') campaign, p, f, t, n, fv, tv, nv
                from came full join credited using (link_id) left join tracked_link l on l.id = link_id),
            few as materialized (
                select account, pillar, campaign, sum(p) p, sum(f) f, sum(t) t, sum(n) n, sum(fv) fv, sum(tv) tv, sum(nv) nv
                from links group by 1, 2, 3),
            grouped as (
                %s),
            ranked as (
                select by_what, key, coalesce(p, 0) p, f, t, n, fv, tv, nv, case when key is null then 0 else row_number() over (
                    partition by by_what, key is null order by coalesce(p, 0) desc, coalesce(n, 0) desc, key) end as rank
                from grouped)
            select by_what, case when rank = 0 then 'UNTRACED' when rank <= :most then 'NAMED' else 'OTHERS' end as kind,
                case when rank between 1 and :most then key else '' end as key, count(*) as many,
                sum(p) p, coalesce(sum(f), 0) f, coalesce(sum(t), 0) t, coalesce(sum(n), 0) n, coalesce(sum(fv), 0) fv, coalesce(sum(tv), 0) tv,
                coalesce(sum(nv), 0) nv, min(rank) as first
            from ranked group by 1, 2, 3 order by 1, 2, first
            """.formatted(Stream.of(
                    by("POST", "post", "links"),
                    by("ANSWER", "answer", "links"),
                    by("ACCOUNT", "account", "few"),
                    by("PILLAR", "pillar", "few"),
                    by("CAMPAIGN", "campaign", "few"))
            .collect(Collectors.joining(" union all ")));

    private static String by(String name, String column, String from) {
        return """
                select '%s' as by_what, cast(%s as text) as key, sum(p) p, sum(f) f, sum(t) t, sum(n) n, sum(fv) fv, sum(tv) tv, sum(nv) nv
                from %s group by %s""".formatted(name, column, from, column);
    }

    private final JdbcClient jdbc;
    private final Packs packs;

    Surveying(JdbcClient jdbc, Packs packs) {
        this.jdbc = jdbc;
        this.packs = packs;
    }

    /** What a line stands for. */
    public enum Kind {
        NAMED,
        /** All that brought less than those. */
        OTHERS,
        /** Links that belong to none, and what nobody can trace. */
        UNTRACED
    }

    /**
     * A line.
     *
     * @param key as that of {@link Result}; empty but for what is named
     * @param many how many are added up in it
     * @param worth in the currency that was asked for
     */
    public record Line(By by, Kind kind, String key, int many, long people, Credit credit, Credit worth) {}

    /**
     * Within a kind the first are those with most clicks.
     *
     * @param until the first day that isn't asked for
     * @param currency whose sums are wanted; empty for none
     * @param most so many are named
     */
    @Transactional(readOnly = true)
    public List<Line> survey(LocalDate from, LocalDate until, String currency, int most) {
        var came = packs.sums(from, until);
        var credited = Span.of(from, until, until);
        return jdbc.sql(SURVEY)
                .param("links", came.links())
                .param("people", came.column(LinkSums.PEOPLE))
                .param("levels", credited.levels.toArray(Integer[]::new))
                .param("from", credited.from.toArray(Integer[]::new))
                .param("until", credited.until.toArray(Integer[]::new))
                .param("currency", currency)
                .param("most", most)
                .query((row, n) -> new Line(
                        By.valueOf(row.getString("by_what")),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("key"),
                        row.getInt("many"),
                        row.getLong("p"),
                        credit(row, "f", "t", "n"),
                        credit(row, "fv", "tv", "nv")))
                .list();
    }

    private static Credit credit(ResultSet row, String first, String last, String linear) throws SQLException {
        return new Credit(
                plain(row.getBigDecimal(first)), plain(row.getBigDecimal(last)), plain(row.getBigDecimal(linear)));
    }

    private static BigDecimal plain(BigDecimal sum) {
        return sum.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
