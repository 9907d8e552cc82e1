package dev.parvi.audience;

import dev.parvi.audience.Campaign.Cost;
import dev.parvi.platform.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Campaigns and what they cost, in the brand whose scope it is. */
@Repository
class Campaigns {

    private final JdbcClient jdbc;

    Campaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<Campaign> all() {
        return jdbc.sql("select * from campaign where brand_id = current_brand() order by begins desc, id desc")
                .query((row, n) -> campaign(row))
                .list();
    }

    Optional<Campaign> get(long id) {
        return jdbc.sql("select * from campaign where brand_id = current_brand() and id = :id")
                .param("id", id)
                .query((row, n) -> campaign(row))
                .optional();
    }

    long add(Campaign campaign) {
        return of(jdbc.sql("""
                insert into campaign (brand_id, name, goal, audience, begins, ends, currency, tag, links)
                values (current_brand(), :name, :goal, :audience, :begins, :ends, :currency, :tag, :links) returning id
                """), campaign).query((row, n) -> row.getLong(1)).single();
    }

    void keep(Campaign campaign) {
        of(jdbc.sql("""
                update campaign set name = :name, goal = :goal, audience = :audience, begins = :begins, ends = :ends,
                    currency = :currency, tag = :tag, links = :links where brand_id = current_brand() and id = :id
                """).param("id", campaign.id()), campaign).update();
    }

    boolean remove(long id) {
        return jdbc.sql("delete from campaign where brand_id = current_brand() and id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** By day. */
    List<Cost> costs(long campaign) {
        return jdbc.sql("""
                select day, source, cents from campaign_cost where brand_id = current_brand() and campaign_id = :id order by day, source
                """)
                .param("id", campaign)
                .query((row, n) ->
                        new Cost(row.getObject("day", LocalDate.class), row.getString("source"), row.getLong("cents")))
                .list();
    }

    /** All that was paid for each. */
    Map<Long, Long> paid() {
        var paid = new HashMap<Long, Long>();
        jdbc.sql("select campaign_id, sum(cents) cents from campaign_cost where brand_id = current_brand() group by 1")
                .query(row -> {
                    paid.put(row.getLong("campaign_id"), row.getLong("cents"));
                });
        return paid;
    }

    /** What was known for the same day and place is replaced. */
    void pay(long campaign, Collection<Cost> costs) {
        Columns.of(jdbc.sql("""
                        insert into campaign_cost (brand_id, campaign_id, day, source, cents)
                        select current_brand(), :campaign, s.day::date, s.source, s.cents
                        from unnest(:days::text[], :sources::text[], :cents::bigint[]) s (day, source, cents)
                        on conflict (brand_id, campaign_id, day, source) do update set cents = excluded.cents
                        """).param("campaign", campaign), costs)
                .text("days", each -> each.day().toString())
                .text("sources", Cost::source)
                .number("cents", Cost::cents)
                .done()
                .update();
    }

    boolean unpay(long campaign, LocalDate day, String source) {
        return jdbc.sql("""
                delete from campaign_cost where brand_id = current_brand() and campaign_id = :campaign and day = :day and source = :source
                """)
                        .param("campaign", campaign)
                        .param("day", day)
                        .param("source", source)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement, Campaign campaign) {
        return statement
                .param("name", campaign.name())
                .param("goal", campaign.goal())
                .param("audience", campaign.audience())
                .param("begins", campaign.begins())
                .param("ends", campaign.ends())
                .param("currency", campaign.currency())
                .param("tag", campaign.tag())
                .param("links", campaign.links().toArray(String[]::new));
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        return new Campaign(
                row.getLong("id"),
                row.getString("name"),
                row.getString("goal"),
                row.getString("audience"),
                row.getObject("begins", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                row.getString("currency"),
                row.getString("tag"),
                List.of((String[]) row.getArray("links").getArray()));
    }
}
