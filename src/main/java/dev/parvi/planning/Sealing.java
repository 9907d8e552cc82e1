package dev.parvi.planning;

import dev.parvi.shared.VersionId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals versions at the claim, so that what is sent is what was planned; runs inside the publisher's transaction. */
@Component
public class Sealing {

    private final JdbcClient worker;
    private final Clock clock;

    Sealing(@Qualifier("worker") JdbcClient worker, Clock clock) {
        this.worker = worker;
        this.clock = clock;
    }

    /**
     * Seals those of the versions that nobody is changing at this moment; the others are left out and may be asked for
     * again. What was sealed before is answered as it is.
     *
     * @return the content of each, as JSON of {@link Content}
     */
    public Map<VersionId, String> seal(Collection<VersionId> versions) {
        var contents = new HashMap<VersionId, String>();
        worker.sql("""
                with free as (select id from version where id = any(:ids) for update skip locked)
                update version v set sealed_at = coalesce(v.sealed_at, :now) from free
                where v.id = free.id
                returning v.id, v.content
                """)
                .param("ids", ids(versions))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> contents.put(new VersionId(row.getLong(1)), row.getString(2)))
                .list();
        return contents;
    }

    /** Opens versions again that did not go out and won't by themselves, so that a person may change them. */
    public void release(Collection<VersionId> versions) {
        if (!versions.isEmpty()) {
            worker.sql("update version set sealed_at = null where id = any(:ids)")
                    .param("ids", ids(versions))
                    .update();
        }
    }

    private static Long[] ids(Collection<VersionId> versions) {
        return versions.stream().map(VersionId::value).toArray(Long[]::new);
    }
}
