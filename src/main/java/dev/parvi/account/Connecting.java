package dev.parvi.account;

import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.SignsIn;
import dev.parvi.connector.SignsIn.Credentials;
import dev.parvi.connector.SignsIn.Step;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Tenant;
import dev.parvi.platform.Token;
import dev.parvi.shared.AccountId;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Connects accounts, reconnects them and disconnects them; answers which there are. */
@Component
public class Connecting {

    private final Connectors connectors;
    private final Accounts accounts;
    private final SignedIn signedIn;
    private final Journeys journeys;
    private final Branding branding;
    private final DeskSettings settings;
    private final Outgoing outgoing;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    Connecting(
            Connectors connectors,
            Accounts accounts,
            SignedIn signedIn,
            Journeys journeys,
            Branding branding,
            DeskSettings settings,
            Outgoing outgoing,
            ApplicationEventPublisher events,
            Audit audit) {
        this.connectors = connectors;
        this.accounts = accounts;
        this.signedIn = signedIn;
        this.journeys = journeys;
        this.branding = branding;
        this.settings = settings;
        this.outgoing = outgoing;
        this.events = events;
        this.audit = audit;
    }

    /** Where a sign-in stands: something more to do, or the account it connected. */
    public sealed interface Progress {

        /** @param step never {@link Step.Done} */
        record More(Step step) implements Progress {}

        record Connected(Account account) implements Progress {}
    }

    /** The networks that can be connected, by name. */
    public List<Descriptor> networks() {
        return connectors.all().stream()
                .filter(each -> connectors.as(SignsIn.class, each.network()).isPresent())
                .toList();
    }

    /** Those that ask nothing of anybody: one click connects them. */
    public List<Descriptor> effortless() {
        return networks().stream()
                .filter(each -> signsIn(each.network()).begin() instanceof Step.Ask ask
                        && ask.fields().isEmpty())
                .toList();
    }

    /** What the brand whose scope it is may connect now: where nothing is asked there is one account, and it's there or not. */
    @Transactional(readOnly = true)
    public List<Descriptor> offered() {
        var there = accounts.open().stream().map(Account::network).toList();
        var once = effortless();
        return networks().stream()
                .filter(each -> !there.contains(each.network()) || !once.contains(each))
                .toList();
    }

    /** What to ask a person first; networks that need nothing are connected by an answer without fields. */
    public Step begin(Seat seat, String network) {
        seat.needs(Right.MANAGE);
        return Tenant.in(seat.brand(), () -> signsIn(network).begin());
    }

    /**
     * Goes on with a sign-in. A place that was disconnected comes back to life with its past.
     *
     * @throws ConnectorFailed with a fault that says what to correct; {@code connected-already} for a place that is
     */
    public Progress answer(Seat seat, String network, Map<String, String> given) throws ConnectorFailed {
        return goOn(seat, network, null, given);
    }

    /**
     * Signs in again to an account there is.
     *
     * @throws ConnectorFailed with a fault that says what to correct; {@code other-place} for an account that is another one
     */
    public Progress reconnect(Seat seat, AccountId account, Map<String, String> given) throws ConnectorFailed {
        seat.needs(Right.MANAGE);
        var known = Tenant.in(seat.brand(), () -> signedIn.known(account));
        return goOn(seat, known.network(), known, given);
    }

    /**
     * Goes on with the sign-in of a member who was sent to a network and comes back from there.
     *
     * @param brought what the network sent along, {@code state} among it
     * @throws JourneyOver where that state isn't theirs, was used, or is older than an hour
     * @throws ConnectorFailed with a fault that says what to correct
     */
    public Progress comeBack(Seat seat, Map<String, String> brought) throws ConnectorFailed {
        seat.needs(Right.MANAGE);
        return Tenant.<Progress, ConnectorFailed>in(seat.brand(), () -> {
            var journey = journeys.end(seat, brought.getOrDefault("state", "")).orElseThrow(JourneyOver::new);
            var known = journey.account() == null ? null : signedIn.known(journey.account());
            var given = new HashMap<>(brought);
            given.putAll(journey.kept());
            return goOn(seat, journey.network(), known, Map.copyOf(given));
        });
    }

    /**
     * Forgets the credentials. The account stays for the sake of what was published there, and what is planned there waits
     * until it's connected again.
     */
    @Transactional
    public void disconnect(Seat seat, AccountId account) {
        seat.needs(Right.MANAGE);
        var known = signedIn.known(account);
        accounts.close(account);
        events.publishEvent(new AccountDisconnected(seat.brand(), account));
        audit.note(seat, "account.disconnected", known.handle(), known.network());
    }

    /** How many planned posts would wait if it were disconnected. */
    @Transactional(readOnly = true)
    public int planned(AccountId account) {
        return outgoing.planned(account);
    }

    /** Says what the account is there for. */
    @Transactional
    public void aim(Seat seat, AccountId account, Set<Brand.Aim> aims) {
        seat.needs(Right.MANAGE);
        accounts.aim(account, aims);
    }

    /** The accounts of the brand whose scope it is, without those disconnected; any member may look. */
    @Transactional(readOnly = true)
    public List<Account> open() {
        return accounts.open();
    }

    /** One of the brand's accounts, disconnected ones too. */
    @Transactional(readOnly = true)
    public Optional<Account> get(AccountId account) {
        return accounts.get(account);
    }

    private Progress goOn(Seat seat, String network, @Nullable Account known, Map<String, String> given)
            throws ConnectorFailed {
        seat.needs(Right.MANAGE);
        return Tenant.<Progress, ConnectorFailed>in(seat.brand(), () -> {
            var back = back(network);
            var step = signsIn(network).answer(given, back);
            if (step instanceof Step.GoTo(URI address, Map<String, String> kept)) {
                var account = known == null ? null : known.id();
                journeys.begin(seat, back.state(), new Journeys.Journey(network, account, kept));
            }
            return step instanceof Step.Done(Credentials credentials)
                    ? new Progress.Connected(signedIn.keep(seat, network, known, credentials))
                    : new Progress.More(step);
        });
    }

    /** The state begins with brand and network, since the address is one for all of them. */
    private SignsIn.Back back(String network) {
        var address = settings.publicAddress().toString().replaceFirst("/$", "") + "/accounts/back";
        return new SignsIn.Back(
                URI.create(address), String.join(".", branding.current().handle(), network, Token.fresh()));
    }

    private SignsIn signsIn(String network) {
        return connectors
                .as(SignsIn.class, network)
                .orElseThrow(() -> new IllegalArgumentException("Nobody signs in to " + network));
    }
}
