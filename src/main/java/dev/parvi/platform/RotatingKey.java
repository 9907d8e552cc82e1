package dev.parvi.platform;

import java.util.List;
import org.springframework.stereotype.Component;

/** {@code ./parvi rotate-key}: a new key, under which everything is sealed again. The desk may run meanwhile. */
@Component
class RotatingKey implements Command {

    private final Keyring keyring;
    private final List<Resealed> rooms;

    RotatingKey(Keyring keyring, List<Resealed> rooms) {
        this.keyring = keyring;
        this.rooms = rooms;
    }

    @Override
    public String name() {
        return "rotate-key";
    }

    @Override
    public int run(List<String> args) {
        keyring.rotate();
        var count = rooms.stream().mapToInt(Resealed::reseal).sum();
        Console.say("A new key seals from now on; " + count
                + " secrets were sealed again under it. The older ones still open" + " what an older backup holds.");
        return 0;
    }
}
