package dev.parvi.platform;

/** Mail from the desk, where SMTP is set. */
public interface Mails {

    /** Whether the person who runs the desk has set SMTP. Pages leave out what needs mail where not. */
    boolean set();

    /**
     * Hands a mail over to be sent; it's kept and tried again until the server took it, at most 24 h. Plain text; the
     * address is refused with an IllegalArgumentException where it can't be one. Within a transaction it goes out once that
     * has committed. Where no server is set, nothing happens.
     */
    void send(String to, String subject, String text);
}
