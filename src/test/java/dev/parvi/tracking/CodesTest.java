package dev.parvi.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class CodesTest {

    @Test
    void fresh_codes_are_sound_and_differ() {
        var seen = new HashSet<String>();
        for (int n = 0; n < 1_000; n++) {
            var code = Codes.fresh();
            assertThat(Codes.sound(code)).isTrue();
            seen.add(code);
        }
        assertThat(seen).hasSize(1_000);
    }

    @Test
    void made_up_ones_hardly_ever_pass() {
        var passed = 0;
        for (int n = 0; n < 10_000; n++) {
            passed += Codes.sound(Codes.fresh().substring(0, 8) + "0") ? 1 : 0;
        }
        assertThat(passed).isLessThan(400);
        assertThat(Codes.sound("")).isFalse();
        assertThat(Codes.sound("abc/../x!")).isFalse();
        assertThat(Codes.sound("x".repeat(10_000))).isFalse();
    }
}
