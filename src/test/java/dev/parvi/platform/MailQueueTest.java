package dev.parvi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.parvi.platform.Letters.Enclosure;
import dev.parvi.platform.Letters.Letter;
import dev.parvi.support.DeskTest;
import dev.parvi.support.HandClock;
import jakarta.mail.Multipart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private final List<Object> told = new ArrayList<>();
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

    private static Letter letter(String to) {
        return new Letter(
                to,
                "Report",
                "Attached.",
                new Enclosure("report.pdf", "application/pdf", new byte[] {1, 2, 3}),
                "https://desk.example.org/report/stop/secret");
    }

    @Test
    void a_letter_holds_its_file_and_says_where_it_is_stopped_and_its_sender_hears_of_it() throws Exception {
        var number = queue.post(letter("aino@example.org"));
        queue.sendDue();

        var received = server.getReceivedMessages()[0];
        assertThat(((Multipart) received.getContent()).getBodyPart(1).getFileName())
                .isEqualTo("report.pdf");
        assertThat(received.getHeader("List-Unsubscribe")[0])
                .isEqualTo("<https://desk.example.org/report/stop/secret>");
        assertThat(received.getHeader("List-Unsubscribe-Post")[0]).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(told).containsExactly(new LetterTold(number, LetterTold.State.SENT, ""));
    }

    @Test
    void why_a_letter_was_not_taken_is_told_each_time_and_at_last() {
        var away = queue(1);
        var number = away.post(letter("aino@example.org"));
        away.sendDue();
        assertThat(told).hasSize(1).first().satisfies(each -> {
            var first = (LetterTold) each;
            assertThat(first.letter()).isEqualTo(number);
            assertThat(first.state()).isEqualTo(LetterTold.State.TRIED);
            assertThat(first.why()).containsIgnoringCase("refused");
        });

        clock.pass(Duration.ofHours(25));
        away.sendDue();
        assertThat(((LetterTold) told.getLast()).state()).isEqualTo(LetterTold.State.FAILED);
        assertThat(waiting()).isZero();
    }

    @Test
    void what_a_server_refuses_for_good_is_not_tried_again() throws Exception {
        try (var refusing = new RefusingServer("550 5.1.1 No such mailbox here")) {
            var strict = queue(refusing.port());
            strict.post(letter("nobody@example.org"));
            strict.sendDue();
        }

        assertThat(told).hasSize(1);
        assertThat(((LetterTold) told.getFirst()).state()).isEqualTo(LetterTold.State.FAILED);
        assertThat(((LetterTold) told.getFirst()).why()).contains("No such mailbox here");
        assertThat(waiting()).isZero();
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
                desk,
                told::add);
    }

    private long waiting() {
        return jdbc.sql("select count(*) from mail").query(Long.class).single();
    }
}
