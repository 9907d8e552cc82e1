package dev.parvi.audience;

import dev.parvi.audience.Yield.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts who joined while a campaign ran and before it, in the brand whose scope it is. */
@Repository
class Yields {

    private static final int BEFORE = 28;
    private static final int RIPE = 30;

    private static final String COUNTED = """
            with j as (
                select (f.joined_at at time zone :zone)::date d, o.fit,
                    f.joined_at <= :now::timestamptz - interval '30 days'
                        and (f.left_at is null or f.left_at >= f.joined_at + interval '30 days') stayed,
                    f.came = 'CAMPAIGN' and f.came_id = :id known
                from follow f join onlooker o on o.brand_id = f.brand_id and o.id = f.onlooker_id
                where f.brand_id = current_brand() and f.joined_at >= :since::date::timestamp at time zone :zone
                  and f.joined_at < (:last::date + 1)::timestamp at time zone :zone)
            select count(*) filter (where d >= :begins) joined, count(*) filter (where d < :begins) earlier,
                count(*) filter (where d >= :begins and fit = 'FITS') fits, count(*) filter (where d < :begins and fit = 'FITS') fits_earlier,
                count(*) filter (where d >= :begins and d <= :ripe and fit = 'FITS' and stayed) stayed,
                count(*) filter (where d < :begins and fit = 'FITS' and stayed) stayed_earlier,
                count(*) filter (where known) known
            from j
            """;

    private final JdbcClient jdbc;

    Yields(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The days that are counted: from {@code since} to {@code last}, of which those up to {@code ripe} lie 30 days back. */
    private record Span(LocalDate since, LocalDate last, LocalDate ripe, int days, int before, int old) {

        static Span of(Campaign campaign, LocalDate today, LocalDate first) {
            var from = campaign.begins().minusDays(BEFORE);
            var since = first.isAfter(from) ? first : from;
            var last = earlier(campaign.ends(), today);
            var ripe = earlier(campaign.ends(), today.minusDays(RIPE));
            return new Span(
                    since,
                    last,
                    ripe,
                    days(campaign.begins(), last.plusDays(1)),
                    days(since, campaign.begins()),
                    days(campaign.begins(), ripe.plusDays(1)));
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? one : other;
        }

        private static int days(LocalDate from, LocalDate to) {
            return Math.max(0, (int) ChronoUnit.DAYS.between(from, to));
        }
    }

    Yield of(Campaign campaign, long cents, Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        var span = Span.of(
                campaign,
                today,
                firstKnown().map(at -> LocalDate.ofInstant(at, zone)).orElse(today));
        return jdbc.sql(COUNTED)
                .param("zone", zone.getId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", campaign.id())
                .param("since", span.since())
                .param("last", span.last())
                .param("begins", campaign.begins())
                .param("ripe", span.ripe())
                .query((row, n) -> new Yield(
                        cents,
                        row.getInt("known"),
                        span.days(),
                        span.before(),
                        new Part(row.getInt("joined"), row.getInt("earlier")),
                        new Part(row.getInt("fits"), row.getInt("fits_earlier")),
                        new Part(row.getInt("stayed"), row.getInt("stayed_earlier")),
                        span.old()))
                .single();
    }

    /** Since when joins are known at all: the first whole reading, or an earlier join that a network told of. */
    private Optional<Instant> firstKnown() {
        return jdbc.sql("""
                select min(at) from (
                    select min(first_whole_at) at from crowd_reading where brand_id = current_brand()
                    union all select min(joined_at) from follow where brand_id = current_brand()) known having min(at) is not null
                """).query((row, n) -> row.getTimestamp(1).toInstant()).optional();
    }
}
