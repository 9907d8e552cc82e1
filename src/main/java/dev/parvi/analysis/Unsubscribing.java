package dev.parvi.analysis;

import dev.parvi.analysis.CircularLetters.Whose;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Tenant;
import dev.parvi.platform.Token;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets whoever gets a report by mail stop that, by the link in any of these mails and without an account; outside any brand. */
@Component
public class Unsubscribing {

    private static final int LONGEST = 100;

    private final CircularLetters circularLetters;
    private final Branding branding;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Unsubscribing(CircularLetters circularLetters, Branding branding, TransactionTemplate transaction, Clock clock) {
        this.circularLetters = circularLetters;
        this.branding = branding;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Who gets what of whom. */
    public record Reading(Brand brand, String title, String address, boolean stopped) {}

    public Optional<Reading> look(String secret) {
        return found(secret, whose -> {});
    }

    /** Twice is as good as once. */
    public Optional<Reading> stop(String secret) {
        return found(secret, whose -> circularLetters.stop(whose.circular(), whose.address(), clock.instant()))
                .map(each -> new Reading(each.brand(), each.title(), each.address(), true));
    }

    private Optional<Reading> found(String secret, Consumer<Whose> then) {
        if (secret.length() > LONGEST) {
            return Optional.empty();
        }
        var place = Optional.ofNullable(transaction.execute(status -> circularLetters.behind(Token.hash(secret))))
                .flatMap(each -> each);
        return place.flatMap(each -> Tenant.in(
                each.brand(),
                () -> Optional.ofNullable(transaction.execute(status -> here(each.letter(), then)))
                        .flatMap(found -> found)));
    }

    private Optional<Reading> here(long letter, Consumer<Whose> then) {
        var whose = circularLetters.whose(letter);
        whose.ifPresent(then);
        return whose.map(each -> new Reading(branding.current(), each.title(), each.address(), each.stopped()));
    }
}
