package dev.parvi;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class RoomsTest {

    @Test
    void dependencies_between_rooms_only_fall_leftwards() {
        ApplicationModules.of(Parvi.class).verify();
    }
}
