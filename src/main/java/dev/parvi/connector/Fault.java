package dev.parvi.connector;

/**
 * Why something did not work, without secrets.
 *
 * @param code a stable word for the kind of fault; the message {@code fault.<code>} says to a person what to do
 * @param detail what the network or the call said, cut to 500 characters; shown as is
 */
public record Fault(String code, String detail) {

    private static final int MOST = 500;

    public Fault {
        detail = detail.length() > MOST ? detail.substring(0, MOST) : detail;
    }
}
