package dev.parvi.connector.bluesky;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Speaker;
import dev.parvi.connector.Moderates.Act;
import dev.parvi.connector.Reads.News;
import dev.parvi.connector.Reads.Talk;
import dev.parvi.connector.Sent;
import dev.parvi.connector.Unfulfilled;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything about what others say: it's read, and kept in order. */
@Component
final class Listening {

    private final Xrpc xrpc;
    private final Notices notices;
    private final Threads threads;
    private final Gates gates;
    private final Blocks blocks;

    Listening(Xrpc xrpc, Notices notices, Threads threads, Gates gates, Blocks blocks) {
        this.xrpc = xrpc;
        this.notices = notices;
        this.threads = threads;
        this.gates = gates;
        this.blocks = blocks;
    }

    News news(Access access, String cursor) throws ConnectorFailed {
        return notices.news(access, cursor);
    }

    Talk talk(Access access, String root) throws ConnectorFailed {
        return threads.talk(access, root);
    }

    List<Heard> apart(Access access, String root, List<String> missing) throws ConnectorFailed {
        return threads.apart(access, root, missing);
    }

    void moderate(Access access, Act act, Sent said, Speaker speaker) throws ConnectorFailed {
        var session = new Session(access, xrpc, Deadline.in(Bluesky.CALL_DEADLINE));
        try {
            switch (act) {
                case HIDE -> gates.hide(session, said, true);
                case UNHIDE -> gates.hide(session, said, false);
                case BLOCK -> blocks.block(session, speaker);
                case UNBLOCK -> blocks.unblock(session, speaker);
                default -> throw new IllegalArgumentException("Nobody does " + act + " here");
            }
        } catch (Unfulfilled e) {
            throw e.failed();
        }
    }
}
