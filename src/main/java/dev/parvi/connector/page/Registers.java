package dev.parvi.connector.page;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Gathers;
import dev.parvi.connector.Gathers.Crowd;
import dev.parvi.connector.Gathers.Follower;
import dev.parvi.page.Registering;
import dev.parvi.platform.Tenant;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Reads who follows the page by mail, in the order of their numbers: the cursor is the last one. */
@Component
final class Registers {

    private final Registering registering;

    Registers(Registering registering) {
        this.registering = registering;
    }

    Crowd page(Access access, String cursor) throws ConnectorFailed {
        var after = cursor.matches("\\d{1,18}") ? Long.parseLong(cursor) : 0;
        try {
            return Tenant.in(access.brand(), () -> {
                var found = registering.followers(after, Gathers.PAGE_MOST);
                return new Crowd(
                        found.stream()
                                .map(each -> new Follower(
                                        "follower:" + each.id(), each.called(), "", "", "", null, each.since()))
                                .toList(),
                        found.size() < Gathers.PAGE_MOST
                                ? ""
                                : Long.toString(found.getLast().id()),
                        registering.count());
            });
        } catch (DataAccessException | TransactionException e) {
            throw new ConnectorFailed(Counter.fault(e), false);
        }
    }
}
