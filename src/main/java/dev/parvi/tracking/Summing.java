package dev.parvi.tracking;

import dev.parvi.shared.BrandId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up a brand's visits of a time that is past, where they weren't there when it was: those of the sample brand. */
@Component
public class Summing {

    private final JdbcClient worker;
    private final Clock clock;

    Summing(@Qualifier("worker") JdbcClient worker, Clock clock) {
        this.worker = worker;
        this.clock = clock;
    }

    /** @param since the beginning of a day of the brand's, before its first visit */
    public void since(BrandId brand, Instant since) {
        worker.sql("select roll_brand(:brand, :since, :until)")
                .param("brand", (int) brand.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, n) -> true)
                .list();
    }
}
