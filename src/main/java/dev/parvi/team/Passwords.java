package dev.parvi.team;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB, two passes and one lane, as OWASP's Password Storage Cheat Sheet asks at least. Four at a time, so
 * that many tries at once cannot take the machine's memory.
 */
@Component
class Passwords {

    /** The shortest password the desk takes, in characters. */
    static final int SHORTEST = 12;
    /** The longest, so that nobody makes the desk digest a book. */
    static final int LONGEST = 200;

    private static final int AT_ONCE = 4;
    /** Fits nothing and costs as much as any; made up beforehand, for making one holds up the start. */
    private static final String NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore turns = new Semaphore(AT_ONCE);

    String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return String.valueOf(argon.encode(password));
        } finally {
            turns.release();
        }
    }

    /** Takes as long where there is no such member (kept is null) as where there is. */
    boolean fits(String password, @Nullable String kept) {
        turns.acquireUninterruptibly();
        try {
            return argon.matches(password, kept == null ? NOBODYS : kept) && kept != null;
        } finally {
            turns.release();
        }
    }

    static boolean goodEnough(String password) {
        return password.codePointCount(0, password.length()) >= SHORTEST && password.length() <= LONGEST;
    }
}
