package dev.parvi.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The mailboxes of all people, at a real SMTP server. Mail comes when a test lets the desk's own tasks run. */
public final class Mailbox {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    @Autowired
    private List<Task<?>> tasks;

    /** Tells a desk where the server is; started with the first desk. */
    static final class Server implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            synchronized (SERVER) {
                if (!SERVER.isRunning()) {
                    SERVER.start();
                }
            }
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "mail for tests",
                            Map.of(
                                    "parvi.smtp.host", "127.0.0.1",
                                    "parvi.smtp.port", SERVER.getSmtp().getPort(),
                                    "parvi.smtp.security", "none",
                                    "parvi.smtp.from", "Työpöytä <desk@example.org>")));
        }
    }

    /**
     * One mail as its reader sees it.
     *
     * @param files names of what is attached
     * @param stop where the mail program says one stops it; empty for nowhere
     */
    public record Letter(String from, String subject, String text, List<String> files, String stop) {

        /** Where its links lead, within the desk; each has to begin with the desk's public address. */
        public List<String> paths() {
            return LINK.matcher(text)
                    .results()
                    .map(each -> each.group())
                    .peek(link -> assertThat(link).startsWith("http://localhost:8080/"))
                    .map(link -> link.substring("http://localhost:8080".length()))
                    .toList();
        }

        public String path(String begins) {
            return paths().stream()
                    .filter(path -> path.startsWith(begins))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No link to " + begins + " in\n" + text));
        }
    }

    /** Runs a recurring task of the desk by its name, then sends what is to be mailed, and answers what somebody has got. */
    public List<Letter> after(@Nullable String task, String email) {
        if (task != null) {
            Errands.run(tasks, task);
        }
        Errands.run(tasks, "mail");
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> goesTo(mail, email))
                .map(Mailbox::letter)
                .toList();
    }

    /** What was mailed to somebody last. */
    public Letter last(String email) {
        var letters = after(null, email);
        assertThat(letters).as("mail to " + email).isNotEmpty();
        return letters.getLast();
    }

    private static boolean goesTo(MimeMessage mail, String email) {
        try {
            return mail.getRecipients(RecipientType.TO)[0].toString().equals(email);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static Letter letter(MimeMessage mail) {
        try {
            var parts = parts(mail);
            assertThat(parts.getFirst().getContentType().toLowerCase(java.util.Locale.ROOT))
                    .contains("text/plain", "utf-8");
            var text = parts.getFirst().getContent().toString().replace("\r\n", "\n");
            assertThat(text).as("every word was filled in").doesNotContain("{", "}", "team.", "page.", "publishing.");
            var files = new ArrayList<String>();
            for (var part : parts.subList(1, parts.size())) {
                files.add(part.getFileName());
            }
            var stop = mail.getHeader("List-Unsubscribe");
            return new Letter(
                    mail.getFrom()[0].toString(),
                    mail.getSubject(),
                    text,
                    files,
                    stop == null ? "" : stop[0].replaceAll("[<>\\s]", ""));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text first, then what is attached. */
    private static List<Part> parts(Part mail) throws MessagingException, IOException {
        if (!(mail.getContent() instanceof Multipart several)) {
            return List.of(mail);
        }
        var parts = new ArrayList<Part>();
        for (var n = 0; n < several.getCount(); n++) {
            parts.addAll(parts(several.getBodyPart(n)));
        }
        return parts;
    }
}
