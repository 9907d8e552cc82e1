package dev.parvi.team;

import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Mails;
import dev.parvi.platform.Token;
import dev.parvi.shared.MemberId;
import dev.parvi.ui.Languages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives cases to people whose job they are, and takes what comes back from those of the brand. */
@Component
public class HandingOff {

    /** How long an outsider's link works beyond the time an answer is expected by. */
    public static final Duration GRACE = Duration.ofDays(7);

    /** The most characters of what is needed, and of an answer. */
    public static final int LONGEST = 4_000;

    private static final int LISTED = 100;

    private final HandOffs handOffs;
    private final Memberships memberships;
    private final Audit audit;
    private final Mails mails;
    private final Languages languages;
    private final DeskSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandingOff(
            HandOffs handOffs,
            Memberships memberships,
            Audit audit,
            Mails mails,
            Languages languages,
            DeskSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.handOffs = handOffs;
        this.memberships = memberships;
        this.audit = audit;
        this.mails = mails;
        this.languages = languages;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the desk can send the link by mail. */
    public boolean byMail() {
        return mails.set();
    }

    /** What is given. */
    public record Case(HandOff.Subject subject, String title, Packet packet) {}

    /**
     * To whom, what for, and by when.
     *
     * @param member somebody of the brand; null for an outsider, who gets a link
     * @param name what the outsider is called
     * @param email where the link is mailed to, where mail is set; may be empty
     */
    public record Request(
            HandOff.Job job, @Nullable MemberId member, String name, String email, String need, Instant answerBy) {}

    /** What is wrong with a request: message keys by field; empty where nothing is. */
    public Map<String, String> faults(Request request) {
        var faults = new LinkedHashMap<String, String>();
        if (request.need().isBlank()) {
            faults.put("need", "team.handoff.fault.need");
        } else if (request.need().length() > LONGEST) {
            faults.put("need", "team.handoff.fault.long");
        }
        if (request.member() == null && request.name().isBlank()) {
            faults.put("name", "team.handoff.fault.name");
        }
        if (!request.email().isBlank() && !Newcomer.isEmail(request.email())) {
            faults.put("email", "team.fault.email");
        }
        if (!request.answerBy().isAfter(clock.instant())) {
            faults.put("by", "team.handoff.fault.by");
        }
        return faults;
    }

    /**
     * Gives it. Answers the link to be shown this once, where it goes outside.
     *
     * @param language of the mail
     * @throws IllegalArgumentException for a request with {@link #faults}
     * @throws NotAMember for somebody who isn't in the brand
     */
    @Transactional
    public Optional<String> give(Seat seat, Case given, Request request, Locale language) {
        seat.needs(Right.MODERATE);
        if (!faults(request).isEmpty()) {
            throw new IllegalArgumentException("The request has faults: " + faults(request));
        }
        var inside = request.member();
        if (inside != null && memberships.seat(seat.brand(), inside).isEmpty()) {
            throw new NotAMember(inside);
        }
        var token = inside == null ? Token.fresh() : null;
        var made = made(seat, given, request);
        handOffs.add(seat, made, token);
        audit.note(seat, "team.handoff.given", given.title(), made.name());
        var link = Optional.ofNullable(token).map(each -> settings.publicAddress() + "/handed/" + each);
        link.filter(each -> !made.email().isBlank() && mails.set()).ifPresent(each -> mail(made, each, language));
        return link;
    }

    @Transactional(readOnly = true)
    public List<HandOff> of(Seat seat, HandOff.Subject subject) {
        return handOffs.of(subject);
    }

    /** Who moderates sees all of the brand, others what they were given. */
    @Transactional(readOnly = true)
    public List<HandOff> all(Seat seat) {
        return handOffs.all(seat.may(Right.MODERATE) ? null : seat.member(), LISTED);
    }

    /** How many wait for the member, and how many are overdue in the brand. */
    @Transactional(readOnly = true)
    public Waiting waiting(Seat seat) {
        var tally = handOffs.tally(seat.member(), clock.instant());
        return new Waiting(tally.mine(), seat.may(Right.MODERATE) ? tally.overdue() : 0);
    }

    /** @param mine given to the member and still open, {@code overdue} those whose answer hasn't come in time */
    public record Waiting(int mine, int overdue) {}

    /** Takes it back. @return whether it was still open */
    @Transactional
    public boolean withdraw(Seat seat, long id) {
        seat.needs(Right.MODERATE);
        return handOffs.get(id)
                .filter(each -> handOffs.put(id, HandOff.State.WITHDRAWN, "", clock.instant()))
                .map(each -> {
                    audit.note(seat, "team.handoff.withdrawn", each.title(), each.name());
                    return each;
                })
                .isPresent();
    }

    /**
     * The member who has it says what becomes of it.
     *
     * @param state ACCEPTED, DECLINED or ANSWERED
     * @param answer may be empty for ACCEPTED only
     * @return whether it was still open, and theirs
     */
    @Transactional
    public boolean reply(Seat seat, long id, HandOff.State state, String answer) {
        var theirs = handOffs.get(id).filter(each -> seat.member().equals(each.member()));
        return theirs.isPresent() && settle(seat, theirs.get(), state, answer);
    }

    /**
     * Somebody asked to be forgotten: takes what they said, and who they are, out of what was given of a case. Joins the
     * transaction in which they are.
     *
     * @param names as the packets name them
     * @param alone whether the case is about nobody else: then what was asked and answered goes, too
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(HandOff.Subject subject, Collection<String> names, boolean alone) {
        for (var each : handOffs.of(subject)) {
            var theirs = each.packet().said().stream()
                    .filter(line -> alone || !line.us() && names.contains(line.who()))
                    .toList();
            if (alone || !theirs.isEmpty()) {
                var titled =
                        alone || theirs.stream().anyMatch(line -> line.text().startsWith(beginning(each.title())));
                handOffs.forget(each.id(), each.packet().without(theirs), titled, alone);
                if (titled) {
                    audit.forget("team.handoff.", List.of(each.title()));
                }
            }
        }
    }

    private static String beginning(String title) {
        return title.endsWith("…") ? title.substring(0, title.length() - 1) : title;
    }

    private boolean settle(Seat seat, HandOff given, HandOff.State state, String answer) {
        if (!Receiving.fits(state, answer)) {
            throw new IllegalArgumentException("An answer needs words");
        }
        var settled = state.open() ? null : clock.instant();
        if (!handOffs.put(given.id(), state, answer.strip(), settled)) {
            return false;
        }
        audit.note(seat, "team.handoff." + state.name().toLowerCase(Locale.ROOT), given.title(), "");
        if (!state.open()) {
            events.publishEvent(new HandOffAnswered(seat.brand(), given.id(), given.subject(), state));
        }
        return true;
    }

    private HandOff made(Seat seat, Case given, Request request) {
        return new HandOff(
                0,
                given.subject(),
                request.job(),
                given.title(),
                request.need().strip(),
                given.packet(),
                request.member(),
                request.name().strip(),
                request.email().strip(),
                request.member() == null ? request.answerBy().plus(GRACE) : null,
                seat.name(),
                clock.instant(),
                request.answerBy(),
                null,
                HandOff.State.GIVEN,
                null,
                "");
    }

    private void mail(HandOff made, String link, Locale language) {
        var words = languages.in(language);
        mails.send(
                made.email(),
                words.t("team.handoff.mail.subject", "by", made.givenBy(), "title", made.title()),
                words.t("team.handoff.mail.text", "by", made.givenBy(), "need", made.need(), "link", link));
    }
}
