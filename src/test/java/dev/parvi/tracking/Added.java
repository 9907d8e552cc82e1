package dev.parvi.tracking;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Adds visits up for tests of other packages. */
@TestComponent
public class Added {

    @Autowired
    Rolling rolling;

    public void up() {
        rolling.days();
    }
}
