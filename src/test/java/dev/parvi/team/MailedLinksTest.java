package dev.parvi.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Mails;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.ui.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes out where the desk can send mail. */
@DeskTest
class MailedLinksTest {

    @Autowired
    Members members;

    @Autowired
    Resets resets;

    @Autowired
    Sessions sessions;

    @Autowired
    Passwords passwords;

    @Autowired
    Languages languages;

    @Autowired
    DeskSettings settings;

    @Autowired
    Invitations invitations;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HandClock clock;

    @Autowired
    Given given;

    private final Outbox outbox = new Outbox();
    private final String email = UUID.randomUUID() + "@example.org";

    private record Mail(String to, String subject, String text) {}

    private static final class Outbox implements Mails {
        private final List<Mail> mails = new ArrayList<>();

        @Override
        public boolean set() {
            return true;
        }

        @Override
        public void send(String to, String subject, String text) {
            mails.add(new Mail(to, subject, text));
        }
    }

    @Test
    void a_member_gets_the_link_in_their_own_language_and_it_works() {
        members.add(email, "Maija", "x", Locale.of("fi")).orElseThrow();
        resetting().ask(" " + email.toUpperCase(Locale.ROOT));
        assertThat(outbox.mails).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(email);
            assertThat(mail.subject()).isEqualTo("Uusi salasana Parviin");
            assertThat(resetting().isGood(token(mail, "/reset/"))).isTrue();
        });
    }

    @Test
    void nobody_else_gets_one_and_a_mailbox_cannot_be_filled() {
        resetting().ask("stranger@example.org");
        assertThat(outbox.mails).isEmpty();
        members.add(email, "Maija", "x", Locale.ENGLISH).orElseThrow();
        for (var i = 0; i < 2 * Resetting.OPEN_AT_ONCE; i++) {
            resetting().ask(email);
        }
        assertThat(outbox.mails).hasSize(Resetting.OPEN_AT_ONCE);
        clock.pass(Resetting.GOOD_FOR);
        resetting().ask(email);
        assertThat(outbox.mails).hasSize(Resetting.OPEN_AT_ONCE + 1);
    }

    @Test
    void an_invitation_is_mailed_to_the_address_it_names() {
        var seat = given.brand();
        var inviting = new Inviting(invitations, audit, outbox, languages, settings, clock);
        var place = new Inviting.Place("Paahtimo", "paahtimo");
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> {
                    inviting.invite(seat, place, email, Set.of(Role.AUTHOR), Locale.of("ru"));
                    inviting.invite(seat, place, "", Set.of(Role.AUTHOR), Locale.of("ru"));
                }));
        assertThat(outbox.mails).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(email);
            assertThat(mail.subject()).isEqualTo("Paahtimo приглашает вас");
            assertThat(mail.text()).contains("Maija", settings.publicAddress() + "/join/");
        });
    }

    private Resetting resetting() {
        return new Resetting(members, resets, sessions, passwords, outbox, languages, settings, transaction, clock);
    }

    private static String token(Mail mail, String path) {
        return mail.text().replaceFirst("(?s).*" + path + "([A-Za-z0-9_-]+).*", "$1");
    }
}
