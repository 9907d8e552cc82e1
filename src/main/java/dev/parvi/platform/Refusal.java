package dev.parvi.platform;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Why a mail server didn't take a mail. */
final class Refusal {

    private static final int LONGEST = 300;
    private static final int FOR_GOOD = 500;

    private Refusal() {}

    /** In the server's own words, as far as it said any. */
    static String why(MailException failed) {
        var all = causes(failed);
        var said = all.reversed().stream()
                .map(Throwable::getMessage)
                .filter(each -> each != null && !each.isBlank())
                .findFirst()
                .orElse(failed.getClass().getSimpleName());
        var line = said.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    }

    /** Whether it would say the same tomorrow (RFC 5321, 4.2.1: a reply that begins with 5). */
    static boolean forGood(MailException failed) {
        return causes(failed).stream().anyMatch(each -> code(each) >= FOR_GOOD);
    }

    private static int code(Throwable each) {
        return switch (each) {
            case SMTPAddressFailedException failed -> failed.getReturnCode();
            case SMTPSendFailedException failed -> failed.getReturnCode();
            default -> 0;
        };
    }

    /** From the outermost to the innermost; mail's own exceptions are chained in a way of their own. */
    private static List<Throwable> causes(MailException failed) {
        var all = new ArrayList<Throwable>();
        follow(failed, all);
        if (failed instanceof MailSendException sending) {
            for (var each : sending.getMessageExceptions()) {
                follow(each, all);
            }
        }
        return all;
    }

    private static void follow(@Nullable Throwable from, List<Throwable> all) {
        for (var each = from; each != null && !all.contains(each); each = each.getCause()) {
            all.add(each);
            if (each instanceof MessagingException mail) {
                follow(mail.getNextException(), all);
            }
        }
    }
}
