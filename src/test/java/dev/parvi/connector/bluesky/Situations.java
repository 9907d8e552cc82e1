package dev.parvi.connector.bluesky;

import dev.parvi.connector.ConnectorContract.Situation;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.RecordedNetwork.Trick;
import dev.parvi.connector.TalkContract.Trouble;
import java.util.List;

/** Brings a network on loopback, recorded or real, into the situations of the contract. */
final class Situations {

    private static final String NOBODY = "http://127.0.0.1:1";

    private Situations() {}

    /** The same for reading. */
    static void arrange(Trouble trouble, RecordedNetwork network, KeptAccess access) {
        network.forget();
        access.set("pds", network.address().toString());
        if (trouble == Trouble.TOKEN_EXPIRED || trouble == Trouble.PERMISSION_GONE) {
            access.set("access", "an.expired.token");
        }
        for (var method :
                List.of("listNotifications", "getPostThread", "searchPosts", "getAuthorFeed", "getFollowers")) {
            switch (trouble) {
                case LIMITING -> network.tell(Trick.LIMIT_BEFORE, method, 1);
                case CUT -> network.tell(Trick.CUT_AFTER, method, 1);
                case FAULTY -> network.tell(Trick.ERROR_BEFORE, method, 1);
                case GARBAGE -> network.tell(Trick.GARBAGE_AFTER, method, 1);
                case AWAY -> access.set("pds", NOBODY);
                case WELL, TOKEN_EXPIRED, PERMISSION_GONE -> {}
            }
        }
    }

    static void arrange(Situation situation, RecordedNetwork network, KeptAccess access) {
        network.forget();
        access.set("pds", network.address().toString());
        if (situation.name().startsWith("TOKEN_EXPIRED") || situation == Situation.PERMISSION_GONE) {
            access.set("access", "an.expired.token");
        }
        switch (situation) {
            case LIMITING -> network.tell(Trick.LIMIT_BEFORE, "putRecord", 1);
            case TOKEN_EXPIRED_RENEWAL_FAULTY -> network.tell(Trick.ERROR_BEFORE, "refreshSession", 1);
            case TOKEN_EXPIRED_RENEWAL_LIMITED -> network.tell(Trick.LIMIT_BEFORE, "refreshSession", 1);
            case TOKEN_EXPIRED_RENEWAL_GARBAGE -> network.tell(Trick.GARBAGE_AFTER, "refreshSession", 1);
            case CUT_AFTER_ACCEPTANCE -> network.tell(Trick.CUT_AFTER, "putRecord", 1);
            case FAULT_AFTER_ACCEPTANCE -> network.tell(Trick.ERROR_AFTER, "putRecord", 1);
            case GARBAGE_AFTER_ACCEPTANCE -> network.tell(Trick.GARBAGE_AFTER, "putRecord", 1);
            case READING_FAULTY -> network.tell(Trick.ERROR_BEFORE, "getRecord", 1);
            case READING_GARBAGE -> network.tell(Trick.GARBAGE_AFTER, "getRecord", 1);
            case AWAY -> access.set("pds", NOBODY);
            case WELL, TOKEN_EXPIRED, PERMISSION_GONE -> {}
        }
    }
}
