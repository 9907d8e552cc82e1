package dev.parvi.publishing;

import dev.parvi.account.Accessing;
import dev.parvi.connector.Access;
import dev.parvi.publishing.Courier.Record;
import dev.parvi.shared.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** One turn of the publisher: what is due is claimed, and made ready to be carried. */
@Component
class Dispatching {

    private final Claiming claiming;
    private final Accessing accessing;
    private final Courier courier;
    private final Recording recording;

    Dispatching(Claiming claiming, Accessing accessing, Courier courier, Recording recording) {
        this.claiming = claiming;
        this.accessing = accessing;
        this.courier = courier;
        this.recording = recording;
    }

    List<Claim> claim(int most) {
        return claiming.claim(most);
    }

    /** Opens the accounts of the claims, all in one query. */
    Map<AccountId, Access> open(List<Claim> claims) {
        return accessing.open(claims.stream()
                .collect(Collectors.groupingBy(Claim::brand, Collectors.mapping(Claim::account, Collectors.toSet()))));
    }

    Record carry(Claim claim, Map<AccountId, Access> opened) {
        return courier.carry(claim, opened.get(claim.account()));
    }

    Record giveBack(Claim claim) {
        return courier.giveBack(claim);
    }

    void record(List<Record> records) {
        recording.record(records);
    }

    void tell(List<Record> records) {
        recording.tell(records);
    }

    /**
     * A whole turn on this thread: claims, carries one after the other, records. The instants of what is claimed must have
     * come, or the clock be one that doesn't mind.
     *
     * @return how many were carried
     */
    int turn(int most) {
        var claims = claim(most);
        var opened = open(claims);
        var records = new ArrayList<Record>(claims.size());
        for (var each : claims) {
            records.add(carry(each, opened));
        }
        record(records);
        tell(records);
        return records.size();
    }
}
