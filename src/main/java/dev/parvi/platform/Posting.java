package dev.parvi.platform;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands one mail to the server. */
final class Posting {

    private static final String TEN_SECONDS = "10000";

    private final JavaMailSenderImpl server;
    private final String from;

    Posting(MailSettings settings) {
        this.from = Objects.requireNonNull(settings.sender(), "a sender is set where a server is");
        this.server = new JavaMailSenderImpl();
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setUsername(settings.user());
        server.setPassword(settings.password());
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var how = server.getJavaMailProperties();
        how.put("mail.smtp.auth", settings.user() != null);
        how.put("mail.smtp.ssl.enable", settings.security() == MailSettings.Security.TLS);
        how.put("mail.smtp.ssl.checkserveridentity", true);
        how.put("mail.smtp.starttls.enable", settings.security() == MailSettings.Security.STARTTLS);
        how.put("mail.smtp.starttls.required", settings.security() == MailSettings.Security.STARTTLS);
        how.put("mail.smtp.connectiontimeout", TEN_SECONDS);
        how.put("mail.smtp.timeout", TEN_SECONDS);
        how.put("mail.smtp.writetimeout", TEN_SECONDS);
    }

    /** @param id the same at each try, so that a mailbox can tell a second copy */
    void post(String id, MailQueue.Mail mail) throws MailException {
        var message = new Named(id);
        try {
            var helper = new MimeMessageHelper(message, mail.file() != null, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(mail.recipient());
            helper.setSubject(mail.subject());
            helper.setText(mail.body());
            if (mail.file() != null) {
                helper.addAttachment(
                        mail.file().name(),
                        new ByteArrayResource(mail.file().content()),
                        mail.file().type());
            }
            message.setHeader("Auto-Submitted", "auto-generated");
            if (!mail.stop().isEmpty()) {
                message.setHeader("List-Unsubscribe", "<" + mail.stop() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
        server.send(message);
    }

    private final class Named extends MimeMessage {

        private final String id;

        Named(String id) {
            super(server.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
