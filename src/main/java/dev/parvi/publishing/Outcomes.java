package dev.parvi.publishing;

import dev.parvi.connector.Fault;
import dev.parvi.connector.Sent;
import dev.parvi.publishing.Courier.Record;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what attempts came to, over all brands, many at once. */
@Repository
class Outcomes {

    private final JdbcClient worker;
    private final Contents contents;

    Outcomes(@Qualifier("worker") JdbcClient worker, Contents contents) {
        this.worker = worker;
        this.contents = contents;
    }

    /** Only a delivery that's still in this attempt's hands is changed: what came too late changes nothing. */
    void write(List<Record> records) {
        worker.sql("""
                with c as (
                    select * from unnest(:brands::bigint[], :ids::bigint[], :numbers::int[], :states::text[], :outcomes::text[], :nexts::timestamptz[],
                        :looks::boolean[], :looked::text[], :begun::timestamptz[], :ended::timestamptz[], :sent::text[],
                        :addresses::text[], :marks::text[], :codes::text[], :details::text[])
                        as c (brand, id, number, state, outcome, next_at, look, looked, begun, ended, sent, address, marks, code, detail)),
                settled as (
                    update delivery d
                    set state = c.state, next_at = coalesce(c.next_at, d.next_at), look_first = c.look, lease_until = null, leased_by = null,
                        sent_id = c.sent, address = c.address, marks = c.marks::jsonb,
                        published_at = case when c.state = 'PUBLISHED' then c.ended end,
                        fault_code = c.code, fault_detail = c.detail
                    from c where d.brand_id = c.brand and d.id = c.id and d.tries = c.number and d.state = 'CLAIMED'
                    returning d.id, d.brand_id)
                update attempt a
                set begun_at = c.begun, ended_at = c.ended, looked = c.looked, outcome = c.outcome, fault_code = c.code, fault_detail = c.detail
                from c join settled s on s.brand_id = c.brand and s.id = c.id
                where a.brand_id = s.brand_id and a.delivery_id = c.id and a.number = c.number
                """)
                .param("brands", longs(records, each -> each.claim().brand().value()))
                .param("ids", longs(records, each -> each.claim().delivery().value()))
                .param("numbers", numbers(records))
                .param("states", texts(records, each -> each.verdict().state().name()))
                .param("outcomes", texts(records, each -> each.verdict().outcome()))
                .param("nexts", times(records, each -> each.verdict().nextAt()))
                .param(
                        "looks",
                        records.stream().map(each -> each.verdict().lookFirst()).toArray(Boolean[]::new))
                .param("looked", texts(records, Record::looked))
                .param("begun", times(records, Record::begun))
                .param("ended", times(records, Record::ended))
                .param("sent", sent(records, Sent::id))
                .param("addresses", sent(records, each -> each.address().toString()))
                .param("marks", sent(records, each -> contents.marks(each.marks())))
                .param("codes", faults(records, Fault::code))
                .param("details", faults(records, Fault::detail))
                .update();
    }

    /** The part after a published one goes next, at once. */
    void startNextParts(List<Record> published) {
        if (published.isEmpty()) {
            return;
        }
        worker.sql("""
                update delivery d set state = 'DUE', next_at = c.ended, due_at = c.ended
                from unnest(:brands::bigint[], :versions::bigint[], :parts::int[], :ended::timestamptz[]) as c (brand, version, part, ended)
                where d.brand_id = c.brand and d.version_id = c.version and d.part = c.part + 1 and d.state = 'WAITING'
                """)
                .param("brands", longs(published, each -> each.claim().brand().value()))
                .param(
                        "versions",
                        longs(
                                published,
                                each -> Objects.requireNonNull(each.claim().version())
                                        .value()))
                .param(
                        "parts",
                        published.stream().map(each -> each.claim().part()).toArray(Integer[]::new))
                .param("ended", times(published, Record::ended))
                .update();
    }

    /** Holds accounts back until then; the longer hold stays. */
    void hold(List<Record> records) {
        if (records.isEmpty()) {
            return;
        }
        worker.sql("""
                insert into account_hold (brand_id, account_id, until, reason)
                select brand, account, max(until), min(reason)
                from unnest(:brands::bigint[], :accounts::bigint[], :untils::timestamptz[], :reasons::text[]) as c (brand, account, until, reason)
                group by brand, account
                on conflict (brand_id, account_id) do update
                set until = greatest(account_hold.until, excluded.until), reason = excluded.reason
                """)
                .param("brands", longs(records, each -> each.claim().brand().value()))
                .param("accounts", longs(records, each -> each.claim().account().value()))
                .param("untils", times(records, each -> each.verdict().holdUntil()))
                .param("reasons", faults(records, Fault::code))
                .update();
    }

    private static Integer[] numbers(List<Record> records) {
        return records.stream().map(each -> each.claim().attempt()).toArray(Integer[]::new);
    }

    private static Long[] longs(List<Record> records, Function<Record, Long> value) {
        return records.stream().map(value).toArray(Long[]::new);
    }

    private static @Nullable String[] texts(List<Record> records, Function<Record, @Nullable String> value) {
        return records.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String[] times(List<Record> records, Function<Record, @Nullable Instant> value) {
        return texts(records, each -> {
            var time = value.apply(each);
            return time == null ? null : time.toString();
        });
    }

    private static @Nullable String[] sent(List<Record> records, Function<Sent, String> value) {
        return texts(records, each -> {
            var sent = each.verdict().sent();
            return sent == null ? null : value.apply(sent);
        });
    }

    private static @Nullable String[] faults(List<Record> records, Function<Fault, String> value) {
        return texts(records, each -> {
            var fault = each.verdict().fault();
            return fault == null ? null : value.apply(fault);
        });
    }
}
