package dev.parvi.connector;

import dev.parvi.platform.CallFailed;

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

    /** A call that brought no answer, in the words that all networks share (their messages stand in this room). */
    public static Fault of(CallFailed failed) {
        var code = switch (failed.kind()) {
            case FORBIDDEN_ADDRESS -> "forbidden-address";
            case UNKNOWN_HOST, UNREACHABLE, TLS -> "unreachable";
            case TIMEOUT -> "timeout";
            case CUT -> "cut";
            case TOO_LARGE, TOO_MANY_REDIRECTS, MALFORMED -> "garbage";
        };
        var said = failed.getMessage();
        return new Fault(code, said == null ? failed.kind().name() : said);
    }
}
