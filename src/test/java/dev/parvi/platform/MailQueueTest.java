package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.parvi.support.DeskTest;
import dev.parvi.support.HandClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class MailQueueTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DeskSettings desk;

    private final HandClock clock = new HandClock();
    private MailQueue queue;

    @BeforeEach
    void a_queue() {
        server.start();
        jdbc.sql("delete from mail").update();
        queue = queue(server.getSmtp().getPort());
    }

    @AfterEach
    void no_server() {
        server.stop();
    }

    @Test
    void a_mail_reaches_its_mailbox_once() throws Exception {
        queue.send("aino@example.org", "Tervetuloa Äänekoskelle", "Моикка, Aino!\nNähdään.");
        queue.sendDue();
        queue.sendDue();

        var received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("Tervetuloa Äänekoskelle");
        assertThat(received[0].getFrom()[0]).hasToString("desk@example.org");
        assertThat(received[0].getContent().toString()).contains("Моикка, Aino!");
        assertThat(received[0].getHeader("Message-ID")[0]).startsWith("<parvi-");
        assertThat(waiting()).isZero();
    }

    @Test
    void what_a_transaction_that_rolled_back_wanted_sent_is_not() {
        transaction.executeWithoutResult(status -> {
            queue.send("aino@example.org", "No", "no");
            status.setRollbackOnly();
        });

        queue.sendDue();

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_is_away_is_tried_again_later() {
        var away = queue(1);
        away.send("aino@example.org", "Later", "text");
        away.sendDue();
        queue.sendDue();
        assertThat(server.getReceivedMessages()).isEmpty();

        clock.pass(Duration.ofMinutes(2));
        queue.sendDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[0])).contains("text");
    }

    @Test
    void after_a_day_a_mail_is_given_up() {
        var away = queue(1);
        away.send("aino@example.org", "Late", "text");

        for (int hour = 0; hour < 26; hour++) {
            away.sendDue();
            assertThat(waiting()).as("after hour " + hour).isEqualTo(hour < 24 ? 1 : 0);
            clock.pass(Duration.ofHours(1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "aino",
                "@example.org",
                "aino@",
                "a b@example.org",
                "aino@example.org\nBcc: eve@example.org",
                "aino@example.org,eve@example.org"
            })
    void what_cannot_be_an_address_is_refused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> queue.send(address, "Subject", "text"));
    }

    @Test
    void a_subject_of_two_lines_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> queue.send("aino@example.org", "a\r\nBcc: eve@example.org", "text"));
    }

    @Test
    void without_a_server_nothing_is_queued(@Autowired Mails mails) {
        assertThat(mails.set()).isFalse();
        mails.send("aino@example.org", "Subject", "text");

        assertThat(waiting()).isZero();
    }

    private MailQueue queue(int port) {
        return new MailQueue(
                jdbc,
                clock,
                new MailSettings("127.0.0.1", port, null, null, MailSettings.Security.NONE, "desk@example.org"),
                desk);
    }

    private long waiting() {
        return jdbc.sql("select count(*) from mail").query(Long.class).single();
    }
}
