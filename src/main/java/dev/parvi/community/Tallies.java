package dev.parvi.community;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.MemberId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many conversations the built-in views hold, exactly, in the brand whose scope it is. */
@Repository
class Tallies {

    private static final int SPACE = 0x74616c79;

    private final JdbcClient jdbc;

    Tallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Counts read() {
        var by = new HashMap<Integer, Map<Long, Long>>();
        jdbc.sql("select facet, value, sum(n) n from inbox_tally group by facet, value having sum(n) <> 0")
                .query(row -> {
                    by.computeIfAbsent(row.getInt("facet"), facet -> new HashMap<>())
                            .put(row.getLong("value"), row.getLong("n"));
                });
        var accounts = new HashMap<AccountId, Long>();
        by.getOrDefault(4, Map.of()).forEach((account, n) -> accounts.put(new AccountId(account), n));
        var members = new HashMap<MemberId, Long>();
        by.getOrDefault(3, Map.of()).forEach((member, n) -> members.put(new MemberId(member), n));
        var urgencies = new HashMap<Urgency, Long>();
        by.getOrDefault(2, Map.of()).forEach((weight, n) -> urgencies.put(Urgency.of(weight.intValue()), n));
        var states = by.getOrDefault(0, Map.of());
        return new Counts(
                states.getOrDefault(0L, 0L),
                states.getOrDefault(1L, 0L),
                states.getOrDefault(2L, 0L),
                by.getOrDefault(1, Map.of()).getOrDefault(1L, 0L),
                members.getOrDefault(Conversation.NOBODY, 0L),
                urgencies,
                members,
                accounts);
    }

    /** Adds up what was noted one by one. */
    void fold() {
        alone();
        jdbc.sql("""
                with noted as (delete from inbox_tally where brand_id = current_brand() returning facet, value, n)
                insert into inbox_tally (brand_id, facet, value, n)
                select current_brand(), facet, value, sum(n) from noted group by facet, value having sum(n) <> 0
                """).update();
    }

    /** Counts everything anew. One statement sees one moment: what changes meanwhile is noted beside it. */
    void recount() {
        alone();
        jdbc.sql("""
                with noted as (delete from inbox_tally where brand_id = current_brand())
                insert into inbox_tally (brand_id, facet, value, n)
                select c.brand_id, f.facet, f.value, sum(c.n) from (
                    select brand_id, state, waiting, priority, assignee, account_id, count(*) n
                    from conversation where brand_id = current_brand() group by 1, 2, 3, 4, 5, 6) c
                cross join lateral (values
                    (0, case c.state when 'OPEN' then 0 when 'SNOOZED' then 1 else 2 end::bigint),
                    (1, case when c.state = 'OPEN' and c.waiting then 1 end),
                    (2, case when c.state = 'OPEN' then c.priority end),
                    (3, case when c.state = 'OPEN' then c.assignee end),
                    (4, case when c.state = 'OPEN' then c.account_id end)) f (facet, value)
                where f.value is not null group by 1, 2, 3
                """).update();
    }

    int rows() {
        return jdbc.sql("select count(*) from inbox_tally").query(Integer.class).single();
    }

    /** Two at once would each add what the other adds; whoever notes a change is not held up. */
    private void alone() {
        jdbc.sql("select pg_advisory_xact_lock(:space, hashint8(current_brand()))")
                .param("space", SPACE)
                .query((row, n) -> 1)
                .list();
    }
}
