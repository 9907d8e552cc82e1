package dev.parvi.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class KeyRekeyingTest {

    @Autowired
    Given given;

    @Autowired
    Arranging arranging;

    @Autowired
    Trusting trusting;

    @Autowired
    KeyRekeying rekeying;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Seat seat;
    String token;

    @BeforeEach
    void make() {
        seat = given.brand();
        token = Tenant.in(seat.brand(), () -> arranging.addKey(seat, "Shop"));
    }

    private byte[] sealed() {
        return Tenant.in(
                seat.brand(),
                () -> transaction.execute(status -> jdbc.sql("select secret from tracking_key")
                        .query(byte[].class)
                        .single()));
    }

    private boolean signs() {
        var parts = token.split("_");
        var seconds = Long.toString(clock.instant().getEpochSecond());
        var body = new byte[] {'{', '}'};
        var mac = Trusting.mac(parts[2].getBytes(StandardCharsets.UTF_8), seconds + "./t/conversions.one.", body);
        return trusting.signed(parts[1], seconds, HexFormat.of().formatHex(mac), "/t/conversions", "one", body)
                .isPresent();
    }

    @Test
    void sealed_anew_a_servers_key_still_signs() {
        var before = sealed();
        assertThat(new String(before, StandardCharsets.ISO_8859_1)).doesNotContain(token.split("_")[2]);
        assertThat(rekeying.reseal()).isPositive();
        assertThat(sealed()).isNotEqualTo(before);
        assertThat(signs()).isTrue();
        assertThat(trusting.bearer(token)).isPresent();
    }

    @Test
    void one_that_cannot_be_opened_stays_and_the_others_are_sealed_anew() {
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status ->
                        jdbc.sql("update tracking_key set secret = '\\x00'").update()));
        var broken = sealed();
        var other = given.brand();
        Tenant.in(other.brand(), () -> arranging.addKey(other, "Shop"));
        assertThat(rekeying.reseal()).isPositive();
        assertThat(sealed()).isEqualTo(broken);
    }
}
