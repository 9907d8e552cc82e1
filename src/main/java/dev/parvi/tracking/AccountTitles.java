package dev.parvi.tracking;

import dev.parvi.account.Connecting;
import dev.parvi.shared.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What accounts and links are called. */
@Component
class AccountTitles implements Titles {

    private final Connecting connecting;
    private final JdbcClient jdbc;

    AccountTitles(Connecting connecting, JdbcClient jdbc) {
        this.connecting = connecting;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Title> of(By by, Collection<String> keys) {
        return switch (by) {
            case ACCOUNT -> accounts(keys);
            case LINK -> links(keys);
            default -> Map.of();
        };
    }

    private Map<String, Title> accounts(Collection<String> keys) {
        var titles = new HashMap<String, Title>();
        for (var key : keys) {
            connecting
                    .get(new AccountId(Long.parseLong(key)))
                    .ifPresent(account -> titles.put(key, new Title(account.name(), "/accounts/" + key)));
        }
        return titles;
    }

    private Map<String, Title> links(Collection<String> keys) {
        var titles = new HashMap<String, Title>();
        jdbc.sql("select id, address from tracked_link where brand_id = current_brand() and id = any(:ids)")
                .param("ids", keys.stream().map(Integer::valueOf).toArray(Integer[]::new))
                .query((row, n) -> titles.put(row.getString(1), new Title(row.getString(2), "")))
                .list();
        return titles;
    }
}
