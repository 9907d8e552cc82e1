package dev.parvi.support;

import dev.parvi.brand.Branding;
import dev.parvi.platform.Tenant;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the first brand's inbox holds, as it stands in the database. */
class InboxReport {

    private final ApplicationContext desk;

    InboxReport(ApplicationContext desk) {
        this.desk = desk;
    }

    /** Each utterance and each conversation, as JSON. */
    String all() {
        return asked("""
                with said as (
                    select v.network, c.external_id id, v.root, c.key::text, coalesce(c.parent_key::text, '') parent, c.kind, c.standing,
                        c.gone_at is not null gone, c.us, coalesce(p.name, c.speaker) speaker, c.text,
                        array(select w.text from comment_version w where w.brand_id = c.brand_id and w.comment_id = c.id
                            order by w.number) former
                    from comment c join conversation v on v.brand_id = c.brand_id and v.id = c.conversation_id
                    left join profile p on p.brand_id = c.brand_id and p.id = c.profile_id),
                talks as (select root, comments, inbound, ours, waiting from conversation)
                select jsonb_build_object(
                    'said', coalesce((select jsonb_agg(said) from said), '[]'),
                    'talks', coalesce((select jsonb_agg(talks) from talks), '[]'))::text
                """);
    }

    /** How many accounts are being read just now, which faults there were, and when the talk that was read least lately was read. */
    String reading() {
        return asked("""
                select jsonb_build_object(
                    'now', (select count(*) from reading where lease_until > now()),
                    'faults', (select coalesce(string_agg(fault_code || ' ' || fault_detail, '; '), '') from reading),
                    'calls', (select coalesce(string_agg(network || ' ' || calls, ', '), '') from reading),
                    'oldest', (select coalesce(extract(epoch from min(coalesce(read_at, 'epoch'))) * 1000, 0) from talk))::text
                """);
    }

    private String asked(String sql) {
        var brand = desk.getBean(Branding.class).all().getFirst();
        return Objects.requireNonNull(Tenant.in(
                brand,
                () -> desk.getBean(TransactionTemplate.class)
                        .execute(status -> desk.getBean(JdbcClient.class)
                                .sql(sql)
                                .query(String.class)
                                .single())));
    }
}
