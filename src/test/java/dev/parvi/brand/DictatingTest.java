package dev.parvi.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.brand.ScribeFailed.Kind;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.ModelServer;
import dev.parvi.team.Audit;
import dev.parvi.team.Entry;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class DictatingTest {

    private static final Letter LETTER = new Letter("Be kind.", "{}");

    @Autowired
    Given given;

    @Autowired
    Enlisting enlisting;

    @Autowired
    Dictating dictating;

    @Autowired
    ScribeRekeying rekeying;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final ModelServer server = new ModelServer();
    private final ModelServer other = new ModelServer();

    @AfterEach
    void close() {
        server.close();
        other.close();
    }

    private static TypedScribe typed(String address, String key) {
        return new TypedScribe(address, "small-1", key, false, true);
    }

    private void enlist(Seat seat, String address, String key) {
        Tenant.run(seat.brand(), () -> enlisting.change(seat, typed(address, key)));
    }

    private boolean agree(Seat seat, String address) {
        return Tenant.in(seat.brand(), () -> enlisting.agree(seat, URI.create(address), Scribe.TERMS));
    }

    private Scribe current(Seat seat) {
        return Tenant.in(seat.brand(), () -> enlisting.current().orElseThrow());
    }

    private ScribeFailed failed(Seat seat) {
        return catchThrowableOfType(
                ScribeFailed.class,
                () -> Tenant.in(seat.brand(), () -> dictating.write(seat, Dictating.Purpose.DRAFT, "Anna", LETTER)));
    }

    private String written(Seat seat) throws ScribeFailed {
        return Tenant.in(seat.brand(), () -> dictating.write(seat, Dictating.Purpose.DRAFT, "Anna", LETTER))
                .text();
    }

    private List<Entry> log(Seat seat) {
        return Tenant.in(seat.brand(), () -> audit.page(seat, Long.MAX_VALUE, 50));
    }

    @Test
    void nothing_is_sent_before_a_manager_agrees_and_nothing_after_they_withdraw() throws ScribeFailed {
        var seat = given.brand();
        assertThat(failed(seat).kind()).isEqualTo(Kind.NONE);
        enlist(seat, server.address(), "sk-1");
        assertThat(failed(seat).kind()).isEqualTo(Kind.NOT_AGREED);
        assertThat(catchThrowableOfType(ScribeFailed.class, () -> Tenant.in(seat.brand(), () -> dictating.test(seat)))
                        .kind())
                .isEqualTo(Kind.NOT_AGREED);
        assertThat(server.asked()).isEmpty();

        assertThat(agree(seat, server.address())).isTrue();
        server.says("Hello");
        assertThat(written(seat)).isEqualTo("Hello");
        assertThat(server.asked()).hasSize(1);

        Tenant.run(seat.brand(), () -> enlisting.withdraw(seat));
        assertThat(failed(seat).kind()).isEqualTo(Kind.NOT_AGREED);
        assertThat(server.asked()).hasSize(1);
        assertThat(log(seat))
                .extracting(Entry::what)
                .containsExactly(
                        "brand.scribe.withdrawn",
                        "brand.scribe.sent.draft",
                        "brand.scribe.agreed",
                        "brand.scribe.changed");
        assertThat(log(seat)).extracting(Entry::toString).noneMatch(each -> each.contains("sk-1"));
    }

    @Test
    void another_address_asks_anew_and_gets_no_key() throws ScribeFailed {
        var seat = given.brand();
        enlist(seat, server.address(), "sk-1");
        agree(seat, server.address());
        enlist(seat, other.address(), "");
        assertThat(current(seat).agreed()).isFalse();
        assertThat(current(seat).keyed()).isFalse();
        assertThat(failed(seat).kind()).isEqualTo(Kind.NOT_AGREED);
        assertThat(agree(seat, server.address()))
                .as("a yes to the former address")
                .isFalse();
        assertThat(agree(seat, other.address())).isTrue();
        written(seat);
        assertThat(server.asked()).isEmpty();
        assertThat(other.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.headers()).doesNotContainKey("Authorization"));
        enlist(seat, server.address(), "");
        assertThat(current(seat).agreed()).as("the first yes is not remembered").isFalse();
    }

    @Test
    void a_longer_list_of_what_is_sent_asks_anew() {
        var seat = given.brand();
        enlist(seat, server.address(), "");
        agree(seat, server.address());
        within(seat, "update scribe set agreed_terms = agreed_terms - 1");
        assertThat(failed(seat).kind()).isEqualTo(Kind.NOT_AGREED);
        assertThat(Tenant.in(seat.brand(), () -> enlisting.agree(seat, URI.create(server.address()), Scribe.TERMS - 1)))
                .isFalse();
    }

    @Test
    void the_model_changes_and_consent_and_key_stay() throws ScribeFailed {
        var seat = given.brand();
        enlist(seat, server.address(), "sk-1");
        agree(seat, server.address());
        Tenant.run(
                seat.brand(),
                () -> enlisting.change(
                        seat, new TypedScribe(server.address() + "/chat/completions/", "large-2", "", false, true)));
        written(seat);
        assertThat(server.asked().getFirst().headers().get("Authorization")).containsExactly("Bearer sk-1");
        assertThat(server.asked().getFirst().json().path("model").asString()).isEqualTo("large-2");
        Tenant.run(
                seat.brand(),
                () -> enlisting.change(seat, new TypedScribe(server.address(), "large-2", "", true, true)));
        assertThat(current(seat).keyed()).isFalse();
        assertThat(current(seat).agreed()).isTrue();
    }

    @Test
    void the_key_lies_sealed_and_is_sealed_anew() throws ScribeFailed {
        var seat = given.brand();
        enlist(seat, server.address(), "sk-very-secret");
        agree(seat, server.address());
        var before = key(seat);
        assertThat(new String(before, StandardCharsets.ISO_8859_1)).doesNotContain("sk-very-secret");
        assertThat(rekeying.reseal()).isPositive();
        assertThat(key(seat)).isNotEqualTo(before);
        written(seat);
        assertThat(server.asked().getFirst().headers().get("Authorization")).containsExactly("Bearer sk-very-secret");
        within(seat, "update scribe set key = '\\x00'");
        assertThat(failed(seat).kind()).isEqualTo(Kind.KEY_LOST);
        rekeying.reseal();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void who_may_not_answer_may_not_ask_and_who_does_not_manage_may_not_agree() {
        var seat = given.brand();
        enlist(seat, server.address(), "");
        var moderator = given.colleague(seat, Role.MODERATOR);
        var author = given.colleague(seat, Role.AUTHOR);
        assertThatThrownBy(() -> agree(moderator, server.address())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> dictating.test(moderator)))
                .isInstanceOf(NotAllowed.class);
        agree(seat, server.address());
        assertThatThrownBy(() -> written(author)).isInstanceOf(NotAllowed.class);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void what_is_dismissed_is_forgotten() {
        var seat = given.brand();
        enlist(seat, server.address(), "sk-1");
        Tenant.run(seat.brand(), () -> enlisting.dismiss(seat));
        assertThat(failed(seat).kind()).isEqualTo(Kind.NONE);
        assertThat(Tenant.in(seat.brand(), enlisting::current)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', brand.scribe.fault.address",
        "two words, brand.scribe.fault.address",
        "ftp://models.example.org, brand.scribe.fault.address",
        "https://me:pass@models.example.org/v1, brand.scribe.fault.address",
        "https://models.example.org/v1?key=1, brand.scribe.fault.address",
        "http://models.example.org/v1, brand.scribe.fault.plain"
    })
    void an_address_that_will_not_do_is_named(String address, String fault) {
        assertThat(new TypedScribe(address, "small-1", "", false, false).faults())
                .isEqualTo(Map.of("address", fault));
    }

    @Test
    void an_address_is_taken_as_people_write_it() {
        assertThat(new TypedScribe("models.example.org/v1/", "small-1", "", false, false).place())
                .hasToString("https://models.example.org/v1");
        assertThat(new TypedScribe("x", "", "a\nb", false, false).faults()).containsKeys("model", "key");
    }

    private byte[] key(Seat seat) {
        return Tenant.in(
                seat.brand(),
                () -> transaction.execute(status ->
                        jdbc.sql("select key from scribe").query(byte[].class).single()));
    }

    private void within(Seat seat, String sql) {
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> jdbc.sql(sql).update()));
    }
}
