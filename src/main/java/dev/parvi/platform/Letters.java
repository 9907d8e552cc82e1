package dev.parvi.platform;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Mail with a file in it, whose end somebody wants to know. */
public interface Letters {

    /**
     * A mail in plain text.
     *
     * @param stop an address of ours where a POST stops such mail for its reader (RFC 8058)
     */
    record Letter(String to, String subject, String text, Enclosure file, String stop) {}

    /** @param type such as {@code application/pdf} */
    record Enclosure(String name, String type, byte[] content) {}

    /** Whether the person who runs the desk has set SMTP. */
    boolean set();

    /**
     * Hands it over as {@link Mails#send} does; what becomes of it is told by {@link LetterTold}. Only where a server is {@link #set}.
     *
     * @return its number
     */
    long post(Letter letter);

    /** Whether that can be one address, and no more than one. */
    static boolean mailable(String address) {
        try {
            new InternetAddress(address, true).validate();
            return address.indexOf('@') > 0 && address.chars().noneMatch(c -> c <= ' ');
        } catch (AddressException e) {
            return false;
        }
    }
}
