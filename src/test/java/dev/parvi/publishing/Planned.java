package dev.parvi.publishing;

import dev.parvi.account.Account;
import dev.parvi.connector.Message;
import dev.parvi.planning.Content;
import dev.parvi.planning.Scheduling;
import dev.parvi.planning.VersionScheduled;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import dev.parvi.team.Seat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Plans versions for tests of the ledger, and changes them as planning would. */
@TestComponent
public class Planned {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("worker")
    JdbcClient worker;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Scheduling scheduling;

    @Autowired
    JsonMapper json;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Dispatching dispatching;

    public VersionId plan(Seat seat, Account account, Instant at, String... parts) {
        return commented(seat, account, at, List.of(parts), List.of());
    }

    /** With first comments below the parts. */
    public VersionId commented(Seat seat, Account account, Instant at, List<String> parts, List<String> comments) {
        return in(seat, () -> {
            var post = post(seat);
            var version = new VersionId(jdbc.sql("""
                    insert into version (brand_id, post_id, account_id, content, planned_local, planned_zone, planned_at)
                    values (current_brand(), :post, :account, :content::jsonb, :local, 'UTC', :at) returning id
                    """)
                    .param("post", post.value())
                    .param("account", account.id().value())
                    .param("content", content(parts, comments))
                    .param("local", at.atOffset(ZoneOffset.UTC).toLocalDateTime())
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .query((row, n) -> row.getLong(1))
                    .single());
            events.publishEvent(new VersionScheduled(
                    seat.brand(),
                    post,
                    version,
                    account.id(),
                    account.network(),
                    parts.size(),
                    comments.size(),
                    at,
                    seat.member()));
            return version;
        });
    }

    /** The delivery of a version's first part. */
    public DeliveryId delivery(Seat seat, VersionId version) {
        return in(seat, () -> deliveries.together(version).getFirst().id());
    }

    /** One turn of the publisher, over all brands. */
    public void turn() {
        dispatching.turn(5_000);
    }

    /** As the composer does: the content is written and told of, in one transaction; refused where it was sealed. */
    public void edit(Seat seat, VersionId version, String... parts) {
        in(seat, () -> {
            jdbc.sql("update version set content = :content::jsonb where id = :id")
                    .param("content", content(List.of(parts), List.of()))
                    .param("id", version.value())
                    .update();
            scheduling.contentChanged(seat, version);
            return version;
        });
    }

    void move(Seat seat, VersionId version, Instant to) {
        Tenant.in(
                seat.brand(),
                () -> scheduling.move(
                        seat,
                        version,
                        to.atZone(java.time.ZoneId.of("Europe/Helsinki")).toLocalDateTime()));
    }

    void delete(Seat seat, VersionId version) {
        Tenant.run(seat.brand(), () -> scheduling.unplan(seat, version));
    }

    /** As if the process that claimed it had been killed. */
    void orphan(VersionId version) {
        worker.sql("update delivery set leased_by = 1 where version_id = :id and state = 'CLAIMED'")
                .param("id", version.value())
                .update();
    }

    public DeliveryState state(Seat seat, VersionId version) {
        return in(
                seat,
                () -> DeliveryState.valueOf(jdbc.sql("select state from delivery where version_id = :id and part = 0")
                        .param("id", version.value())
                        .query(String.class)
                        .single()));
    }

    public <T> T in(Seat seat, java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get())));
    }

    private PostId post(Seat seat) {
        return new PostId(jdbc.sql("""
                insert into post (brand_id, author_id, made_at, changed_at, text) values (current_brand(), :by, now(), now(), 'x') returning id
                """)
                .param("by", seat.member().value())
                .query((row, n) -> row.getLong(1))
                .single());
    }

    private String content(List<String> parts, List<String> comments) {
        return json.writeValueAsString(new Content(
                parts.stream().map(Message::of).toList(),
                comments.stream().map(Message::of).toList()));
    }
}
