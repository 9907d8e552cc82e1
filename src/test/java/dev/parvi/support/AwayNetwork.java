package dev.parvi.support;

import dev.parvi.connector.Connector;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Fault;
import dev.parvi.connector.SignsIn;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network that people sign in to at its own address: it asks for a server, sends them there, and takes the code that they
 * bring back, together with the secret that it had kept meanwhile.
 */
public final class AwayNetwork implements Connector, SignsIn {

    public static final String KEY = "testaway";

    AwayNetwork() {}

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                KEY,
                "Test, away",
                "M4 4h16v16H4z",
                Descriptor.Proof.RECORDED_PAYLOADS,
                false,
                new Descriptor.TextRule(300, Descriptor.Unit.GRAPHEMES, 3000),
                new Descriptor.MediaRule(List.of("image/jpeg"), 4, 1_000_000, 2000, 1000),
                Set.of(),
                Duration.ofSeconds(5),
                new Descriptor.Pace(100_000, Duration.ofHours(1)));
    }

    @Override
    public Step begin() {
        return new Step.Ask(List.of(new Field("server", false, "")));
    }

    @Override
    public Step answer(Map<String, String> given) {
        throw new IllegalStateException("It needs a way back");
    }

    @Override
    public Step answer(Map<String, String> given, Back back) throws ConnectorFailed {
        if (!given.containsKey("secret")) {
            var server = given.getOrDefault("server", "");
            var way = URLEncoder.encode(back.address().toString(), StandardCharsets.UTF_8);
            return new Step.GoTo(
                    URI.create(server + "/authorize?back=" + way + "&state=" + back.state()),
                    Map.of("server", server, "secret", "kept for " + back.state()));
        }
        if (!given.getOrDefault("code", "").equals("right")
                || !given.getOrDefault("secret", "").equals("kept for " + given.get("state"))) {
            throw new ConnectorFailed(new Fault("testaway.denied", given.getOrDefault("error", "No such code")), false);
        }
        var server = given.getOrDefault("server", "");
        return new Step.Done(
                new Credentials(server + "/maija", "@maija", "Maija's", URI.create(server), Map.of("token", "t")));
    }
}
