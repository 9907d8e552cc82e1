package dev.parvi.bench;

import dev.parvi.connector.Access;
import dev.parvi.connector.Connector;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Descriptor.MediaRule;
import dev.parvi.connector.Descriptor.Pace;
import dev.parvi.connector.Descriptor.Proof;
import dev.parvi.connector.Descriptor.TextRule;
import dev.parvi.connector.Descriptor.Unit;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Finds;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.Publishes;
import dev.parvi.connector.Sent;
import dev.parvi.connector.SignsIn;
import dev.parvi.platform.Call;
import dev.parvi.platform.CallFailed;
import dev.parvi.platform.Outbound;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** The measuring point as a network: it doubles what is sent twice, and can be read back by key. */
class SinkNetwork implements Connector, SignsIn, Publishes, Finds {

    static final String KEY = "sink";

    private final Outbound outbound;
    private final String base;

    SinkNetwork(Outbound outbound, String base) {
        this.outbound = outbound;
        this.base = base;
    }

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                KEY,
                "Sink",
                "M4 4h16v16H4z",
                Proof.REAL_SERVER,
                false,
                new TextRule(500, Unit.GRAPHEMES, 5000),
                new MediaRule(List.of(), 0, 0, 0, 0),
                EnumSet.noneOf(Descriptor.Feature.class),
                Duration.ofSeconds(2),
                new Pace(1_000_000, Duration.ofHours(1)));
    }

    @Override
    public Step begin() {
        return new Step.Ask(List.of(new Field("handle", false, "")));
    }

    @Override
    public Step answer(Map<String, String> given) {
        var handle = given.getOrDefault("handle", "");
        return new Step.Done(new Credentials(handle, handle, handle, URI.create(base + "/" + handle), Map.of("token", handle)));
    }

    @Override
    public PublishOutcome publish(Access access, Parcel parcel) {
        var address = address(parcel, "?due=" + parcel.madeAt().toEpochMilli());
        try {
            var answer = outbound.call(Call.json(address, "{\"text\":\"" + parcel.message().text() + "\"}")
                    .with("authorization", "Bearer " + access.credentials().get("token"))
                    .within(Duration.ofSeconds(2)));
            return answer.ok()
                    ? new PublishOutcome.Published(sent(parcel))
                    : new PublishOutcome.Unknown(new Fault("sink", Integer.toString(answer.status())));
        } catch (CallFailed e) {
            var fault = new Fault("sink", e.kind().name());
            return e.maybeSent() ? new PublishOutcome.Unknown(fault) : new PublishOutcome.RetryAfter(fault, Duration.ZERO);
        }
    }

    @Override
    public Finding find(Access access, Parcel parcel) {
        try {
            var status = outbound.call(Call.get(address(parcel, ""))).status();
            return switch (status) {
                case 200 -> new Finding.Found(sent(parcel));
                case 404 -> new Finding.Absent();
                default -> new Finding.CannotTell(new Fault("sink", Integer.toString(status)));
            };
        } catch (CallFailed e) {
            return new Finding.CannotTell(new Fault("sink", e.kind().name()));
        }
    }

    private URI address(Parcel parcel, String query) {
        return URI.create(base + "/p/" + parcel.key() + query);
    }

    private Sent sent(Parcel parcel) {
        return new Sent(parcel.key(), address(parcel, ""), Map.of());
    }
}
