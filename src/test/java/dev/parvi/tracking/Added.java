package dev.parvi.tracking;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds visits up for tests of other packages. */
@TestComponent
public class Added {

    @Autowired
    Rolling rolling;

    @Autowired
    Clock clock;

    @Autowired
    @Qualifier("worker")
    JdbcClient worker;

    /** From the beginning, for other tests have set the clock elsewhere. */
    public void up() {
        worker.sql("update visit_roll set until = '2000-01-01'").update();
        rolling.until(clock.instant().plusMillis(1));
    }
}
