package dev.parvi.support;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.planning.Composing;
import dev.parvi.planning.Draft;
import dev.parvi.planning.Scheduling;
import dev.parvi.platform.Tenant;
import dev.parvi.publishing.DeliveryState;
import dev.parvi.shared.PostId;
import dev.parvi.shared.WallTime;
import dev.parvi.team.Seat;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes and plans posts for tests of the day, and lets deliveries end as the network would. */
public class Posted {

    @Autowired
    Composing composing;

    @Autowired
    Scheduling scheduling;

    @Autowired
    Connecting connecting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    public PostId draft(Seat seat, String text, Account... accounts) {
        return Tenant.in(
                seat.brand(),
                () -> composing.start(
                        seat,
                        Draft.of(text, Arrays.stream(accounts).map(Account::id).toList())));
    }

    public PostId planned(Seat seat, String text, LocalDateTime at, Account... accounts) {
        var post = draft(seat, text, accounts);
        Tenant.run(seat.brand(), () -> scheduling.at(seat, post, at, WallTime.Choice.FIRST));
        return post;
    }

    public void delivery(Seat seat, Account account, String text, LocalDateTime at, DeliveryState state) {
        var post = planned(seat, text, at, account);
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update delivery set state = :state where post_id = :post")
                                .param("state", state.name())
                                .param("post", post.value())
                                .update()));
    }

    public Account byHand(Seat seat) {
        try {
            var progress = connecting.answer(seat, "byhand", Map.of("name", "A group", "address", ""));
            return ((Connecting.Progress.Connected) progress).account();
        } catch (ConnectorFailed e) {
            throw new AssertionError(e);
        }
    }
}
