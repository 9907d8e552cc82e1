package dev.parvi.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.support.DeskTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class MemberCommandTest {

    @Autowired
    Enrolling enrolling;

    @Autowired
    Resetting resetting;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final String email = UUID.randomUUID() + "@example.org";

    @Test
    void a_member_is_added_with_a_link_that_sets_the_password() {
        assertThat(run("add", email, "Olli", "Ojanen")).isZero();
        var text = said();
        var token = text.substring(text.lastIndexOf('/') + 1).strip();
        assertThat(resetting.reset(token, "kolme kissaa katolla")).isPresent();
        assertThat(run("list")).isZero();
        assertThat(said()).contains(email + "\tOlli Ojanen");
    }

    @Test
    void a_link_is_printed_for_a_member_who_forgot_the_password() {
        run("add", email, "Olli");
        said.reset();
        assertThat(run("password", email)).isZero();
        assertThat(said()).contains("http://localhost:8080/reset/");
    }

    @Test
    void nobody_is_added_twice_and_nothing_is_printed_for_a_stranger() {
        run("add", email, "Olli");
        said.reset();
        assertThat(run("add", email, "Olli")).isEqualTo(1);
        assertThat(run("add", "no address", "Olli")).isEqualTo(1);
        assertThat(run("password", "stranger@example.org")).isEqualTo(1);
        assertThat(said()).isEmpty();
    }

    @Test
    void what_is_asked_wrongly_is_answered_with_how_to_ask() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("add", email)).isEqualTo(2);
        assertThat(run("password")).isEqualTo(2);
        assertThat(said()).contains("./parvi member add EMAIL NAME");
    }

    private int run(String... args) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new MemberCommand(enrolling, resetting, out).run(List.of(args));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
